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
# Every key is optional.

# The NetBox to work with. NETBOX_URL and NETBOX_TOKEN win over it.
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
