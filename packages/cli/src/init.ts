import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { MultipassError } from "@multipass-netbox/core";
import * as z from "zod";
import { configSchema } from "./config-schema.ts";
import { defaultConfigFile } from "./load-config.ts";
import type { Terminal } from "./open-terminal.ts";

const schemaFile = "multipass-netbox.schema.json";

const template = `# yaml-language-server: $schema=./${schemaFile}
# Every key is optional.

# The NetBox to work with. NETBOX_URL and NETBOX_TOKEN win over it.
# netbox:
#   url: http://127.0.0.1:8080/netbox   # with its base path, without /api
#   tokenFile: ./netbox-token           # holds the token alone; mode 0600, never in git

# The folder of the seed files, relative to this file.
seed: ./seed-data
`;

/** Writes both files; refuses with `USAGE` to overwrite a configuration. */
export async function runInit(folder: string, terminal: Terminal): Promise<void> {
  try {
    await writeFile(join(folder, defaultConfigFile), template, { flag: "wx" });
  } catch (cause) {
    throw new MultipassError("USAGE", `${defaultConfigFile} can't be written here`, {
      cause,
      hint: "An existing one is never overwritten: move it away first.",
    });
  }
  const schema = JSON.stringify(z.toJSONSchema(configSchema, { io: "input" }), undefined, 2);
  await writeFile(join(folder, schemaFile), `${schema}\n`);
  const files = [defaultConfigFile, schemaFile];
  terminal.print(terminal.json ? JSON.stringify({ files }) : `Wrote ${files.join(" and ")}.`);
}
