import {
  downLab,
  type KeptLab,
  type LabStatus,
  type LabStep,
  readLab,
  upLab,
} from "@multipass-netbox/netbox-lab";
import { abortOnSignal } from "./abort-on-signal.ts";
import type { LabOptions } from "./lab-options.ts";
import { labCacheFolder } from "./lab-cache-folder.ts";
import type { Terminal } from "./open-terminal.ts";
import { readLogEnd } from "./read-log-end.ts";
import { type Report, runStep } from "./run-step.ts";

type LabRun = (options: LabOptions, terminal: Terminal) => Promise<void>;

/** The `lab` commands. */
export const runLab: Readonly<Record<"up" | "status" | "logs" | "down", LabRun>> = {
  up,
  status,
  logs,
  down,
};

async function up(options: LabOptions, terminal: Terminal): Promise<void> {
  const { name, port, worker, python } = options;
  using stop = abortOnSignal();
  const lab = await runStep("Start a NetBox on this machine", terminal, (report) =>
    upLab({
      name,
      port,
      worker,
      python,
      cacheFolder: labCacheFolder(),
      signal: stop.signal,
      onProgress: reportSteps(report),
    }),
  );
  noteIgnored(lab, options, terminal);
  terminal.print(terminal.json ? JSON.stringify(labAsData(lab)) : describeRunning(lab).join("\n"));
}

function noteIgnored(lab: KeptLab, { port, worker }: LabOptions, terminal: Terminal): void {
  const isOtherPort = port !== undefined && new URL(lab.url).port !== String(port);
  if (lab.alreadyRunning && (isOtherPort || (worker === true && lab.worker !== true))) {
    terminal.note("It ran already, as it was started: stop it first to change its port or worker.");
  }
}

async function status(options: LabOptions, terminal: Terminal): Promise<void> {
  showStatus(await readLab({ name: options.name, cacheFolder: labCacheFolder() }), terminal);
}

async function logs(options: LabOptions, terminal: Terminal): Promise<void> {
  const { logFiles } = await readLab({ name: options.name, cacheFolder: labCacheFolder() });
  for (const [service, file] of Object.entries(logFiles)) {
    const lines = await readLogEnd(file, options.lines ?? 20);
    terminal.print(
      terminal.json
        ? JSON.stringify({ service, file, lines })
        : [`${service}  ${file}`, ...lines.map((line) => `  ${line}`), ""].join("\n"),
    );
  }
}

async function down(options: LabOptions, terminal: Terminal): Promise<void> {
  const { name, deleteData } = options;
  const ended = await runStep("Stop the NetBox", terminal, () =>
    downLab({ name, deleteData, cacheFolder: labCacheFolder() }),
  );
  showStatus(ended, terminal);
}

// Steps overlap: the line shows all that have begun and not ended.
function reportSteps(report: Report): (step: LabStep) => void {
  const open = new Map<string, string>();
  return ({ id, title, state }) => {
    if (state === "begun") {
      open.set(id, title);
    } else {
      open.delete(id);
    }
    report([...open.values()].join(", "));
  };
}

function labAsData({ token: _token, superuser, ...lab }: KeptLab): object {
  return { ...lab, superuser: { ...superuser, password: superuser.password.reveal() } };
}

function describeRunning(lab: KeptLab): readonly string[] {
  return [
    `NetBox ${lab.version} ${lab.alreadyRunning ? "runs already" : "runs"}: ${lab.url}/`,
    `  login   ${lab.superuser.name} / ${lab.superuser.password.reveal()}`,
    "",
    "To work with it:",
    `  export NETBOX_URL=${lab.url}`,
    `  export NETBOX_TOKEN=$(cat ${lab.tokenFile})`,
    "",
    `To stop it: multipass-netbox lab down${lab.name === "default" ? "" : ` --name ${lab.name}`}`,
  ];
}

function showStatus(lab: LabStatus, terminal: Terminal): void {
  if (terminal.json) {
    terminal.print(JSON.stringify(lab));
    return;
  }
  const where = lab.url === undefined ? "" : `: NetBox ${lab.version} at ${lab.url}/`;
  terminal.print(`The lab ${lab.name} is ${lab.status}${where}`);
  for (const { name, pid } of lab.processes) {
    terminal.print(`  ${name.padEnd(12)} process ${pid}`);
  }
  if (lab.failure !== undefined) {
    terminal.print(`  ${lab.failure}`);
  }
}
