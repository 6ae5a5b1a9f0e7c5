import { containerNames } from "@multipass-netbox/compose-renderer";
import { type Deployment, readLogs } from "@multipass-netbox/deployer";
import { abortOnSignal } from "./abort-on-signal.ts";
import type { LogsCommandOptions } from "./deploy-options.ts";
import { loadConfig } from "./load-config.ts";
import { openDeployment } from "./open-deployment.ts";
import type { Terminal } from "./open-terminal.ts";

/** `logs [service]`: the log of one of our containers, or of all of them. Ctrl-C ends it. */
export async function runLogs(
  service: string | undefined,
  options: LogsCommandOptions,
  terminal: Terminal,
): Promise<void> {
  await using session = await openDeployment(await loadConfig(options.config), "logs");
  using stop = abortOnSignal();
  const { signal } = stop;
  const names = service === undefined ? containerNames : [service];
  const reading = { deployment: { ...session.deployment, signal }, options, terminal };
  if (options.follow === true) {
    await Promise.all(names.map((name) => readLog(name, names.length > 1, reading)));
    return;
  }
  for (const name of names) {
    await readLog(name, names.length > 1, reading);
  }
}

interface LogReading {
  readonly deployment: Deployment;
  readonly options: LogsCommandOptions;
  readonly terminal: Terminal;
}

async function readLog(
  container: string,
  isNamed: boolean,
  { deployment, options, terminal }: LogReading,
): Promise<void> {
  const { lines, follow = false } = options;
  const width = Math.max(...containerNames.map(({ length }) => length));
  const onLine = (line: string): void => {
    const shown = isNamed ? `${container.padEnd(width)}  ${line}` : line;
    terminal.print(terminal.json ? JSON.stringify({ container, line }) : shown);
  };
  await readLogs(deployment.runner, {
    container,
    lines,
    follow,
    onLine,
    signal: deployment.signal,
  });
}
