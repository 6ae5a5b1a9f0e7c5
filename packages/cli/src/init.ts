import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { MultipassError } from "@multipass-netbox/core";
import { buildSeedJsonSchema } from "@multipass-netbox/seeder";
import * as z from "zod";
import { configSchema } from "./config-schema.ts";
import { defaultConfigFile } from "./load-config.ts";
import type { Terminal } from "./open-terminal.ts";

const schemaFile = "multipass-netbox.schema.json";
const seedSchemaFile = "seed.schema.json";

const template = `# yaml-language-server: $schema=./${schemaFile}
# Every key is optional, but deploy wants a host. What stands behind a # is the default, unless it says
# otherwise.

# The machine that runs the containers. Example:
# host:
#   ssh: r2d2helm@192.168.1.161                 # or local: the Docker of this machine
#   hostKey: "SHA256:…"                         # ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub
#   directory: /opt/multipass/docker/netbox     # default: this

# The containers netbox, netbox-worker, netbox-postgres and netbox-redis.
# stack:
#   network: multipass-network                  # exists already; netbox and netbox-worker join it
#   images:                                     # netbox to the patch and the build, or with a digest
#     netbox: netboxcommunity/netbox:v4.5.2-4.0.0
#     postgres: postgres:17-alpine
#     valkey: valkey/valkey:9.0-alpine
#   publish:                                    # an address and two ports of the host
#     address: 127.0.0.1
#     netbox: 8080
#     postgres: 5433
#   basePath: netbox/                           # "" for none
#   allowedHosts: []                            # names that NetBox is asked by, besides its own
#   language: fr-fr
#   timeZone: Europe/Paris
#   superuser: { name: admin, email: "" }       # made by the first deploy
#   workers: 2                                  # processes that answer requests
#   memory: { netbox: 848m, worker: 320m, postgres: 224m, valkey: 128m }   # limits

# Backups, on the host.
# backups:
#   keep: 7                                     # what backup prune keeps
#   copyTo: /mnt/nas/netbox                     # example: a folder on another file system of the host

# What browsers use: for links, CSRF and CORS. Nothing is ever sent there.
# public:
#   gateway: http://192.168.1.161:8000
#   frontend: http://192.168.1.161:3000

# The NetBox to work with: by default the one on the host. NETBOX_URL and NETBOX_TOKEN win over both.
# netbox:
#   url: http://127.0.0.1:8080/netbox   # with its base path, without /api
#   tokenFile: ./netbox-token           # holds the token alone; mode 0600, never in git

# The folder of the seed files, or one seed file, relative to this file. Editors know the keys of a
# seed file that begins with this line:
#   # yaml-language-server: $schema=../${seedSchemaFile}
seed: ./seed-data
`;

/** Writes a configuration and the JSON Schemas; refuses with `USAGE` to overwrite a configuration. */
export async function runInit(folder: string, terminal: Terminal): Promise<void> {
  try {
    await writeFile(join(folder, defaultConfigFile), template, { flag: "wx" });
  } catch (cause) {
    throw new MultipassError("USAGE", `${defaultConfigFile} can't be written here`, {
      cause,
      hint: "An existing one is never overwritten: move it away first.",
    });
  }
  const schemas = [
    [schemaFile, z.toJSONSchema(configSchema, { io: "input", target: "draft-7" })],
    [seedSchemaFile, buildSeedJsonSchema()],
  ] as const;
  for (const [name, schema] of schemas) {
    await writeFile(join(folder, name), `${JSON.stringify(schema, undefined, 2)}\n`);
  }
  const files = [defaultConfigFile, ...schemas.map(([name]) => name)];
  const listed = new Intl.ListFormat("en-GB").format(files);
  terminal.print(terminal.json ? JSON.stringify({ files }) : `Wrote ${listed}.`);
}
