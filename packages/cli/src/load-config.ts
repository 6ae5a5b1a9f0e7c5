import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { MultipassError } from "@multipass-netbox/core";
import { describeIssue, formatPosition, parsePlacedYaml } from "@multipass-netbox/seeder";
import { type Config, configSchema } from "./config-schema.ts";

/** The name that is looked for where no other is given. */
export const defaultConfigFile = "multipass-netbox.yaml";

/** A configuration and the folder that its relative paths start from. */
export interface LoadedConfig {
  readonly config: Config;
  readonly folder: string;
}

/**
 * Reads the configuration: the file named by `--config` or `MULTIPASS_NETBOX_CONFIG`, else
 * `multipass-netbox.yaml` here, else the defaults. Throws `CONFIG_INVALID` with every problem.
 */
export async function loadConfig(named: string | undefined): Promise<LoadedConfig> {
  const file = named ?? process.env["MULTIPASS_NETBOX_CONFIG"];
  const text = await readText(file ?? defaultConfigFile, file !== undefined);
  return {
    config: parseConfig(file ?? defaultConfigFile, text),
    folder: dirname(resolve(file ?? defaultConfigFile)),
  };
}

async function readText(file: string, isNamed: boolean): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    if (!isNamed && (cause as NodeJS.ErrnoException).code === "ENOENT") {
      return "";
    }
    throw new MultipassError("CONFIG_INVALID", `the configuration ${file} can't be read`, {
      cause,
      hint: "`multipass-netbox init` writes one.",
    });
  }
}

function parseConfig(file: string, text: string): Config {
  const yaml = parsePlacedYaml(file, text);
  const parsed = configSchema.safeParse(yaml.data ?? {});
  const issues = parsed.error?.issues ?? [];
  const problems = [
    ...yaml.problems,
    ...issues.flatMap((issue) => describeIssue(issue, configSchema, yaml)),
  ];
  if (!parsed.success || problems.length > 0) {
    const lines = problems.map(
      ({ position, message }) => `  ${formatPosition(position)}  ${message}`,
    );
    throw new MultipassError("CONFIG_INVALID", `the configuration is wrong\n${lines.join("\n")}`);
  }
  return parsed.data;
}
