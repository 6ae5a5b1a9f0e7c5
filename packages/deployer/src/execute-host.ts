import { type Executor, MultipassError, operationName } from "@multipass-netbox/core";
import type { Deployment } from "./deployment.ts";
import { executeBackup } from "./host-effects/execute-backup.ts";
import { buildAccessScript } from "./host-effects/access-script.ts";
import { buildContainerStep } from "./host-effects/container-step.ts";
import { buildFileScript } from "./host-effects/file-script.ts";
import { buildRemovalScript } from "./host-effects/removal-script.ts";
import { waitHealthy } from "./host-effects/wait-healthy.ts";
import type { ExecutionOptions } from "./execution-options.ts";
import { type DetachedStep, runDetached } from "./detached-step.ts";
import type { BackupOperation, HostOperation } from "./host-operation.ts";
import { hostScript, quote } from "./host-script.ts";

/** The only place where a deployment has effects: one level of a plan, in a few round trips. */
export function createHostExecutor(
  deployment: Deployment,
  options: ExecutionOptions,
): Executor<HostOperation> {
  return async (operations, reporter, signal) => {
    const byEffect = Map.groupBy(operations, effectOf);
    for (const [effect, group] of byEffect) {
      signal.throwIfAborted();
      reporter.intend(group);
      await journal(deployment, options, group);
      try {
        await effects[effect]({
          deployment: { ...deployment, signal },
          options,
          operations: group,
        });
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        for (const operation of group) {
          reporter.settle(operation, { status: "failed", message: message.split("\n")[0] });
        }
        throw error;
      }
      for (const operation of group) {
        reporter.settle(operation, { status: "done" });
      }
    }
  };
}

type Effect = "folder" | "image" | "backup" | "files" | "containers" | "removal" | "access";

function effectOf({ action, kind }: HostOperation): Effect {
  if (action === "delete" && kind !== "backup") {
    return kind === "file" || kind === "secret" ? "files" : "removal";
  }
  return {
    folder: "folder",
    image: "image",
    backup: "backup",
    file: "files",
    secret: "files",
    volume: "containers",
    network: "containers",
    container: "containers",
    superuser: "access",
    "api-token": "access",
  }[kind] as Effect;
}

interface EffectInput {
  readonly deployment: Deployment;
  readonly options: ExecutionOptions;
  readonly operations: readonly HostOperation[];
}

const effects: Readonly<Record<Effect, (input: EffectInput) => Promise<void>>> = {
  // Made before the lock, which is in it.
  folder: async () => undefined,
  image: async ({ deployment, options, operations }) => {
    const pulls = operations.map(
      ({ key }) =>
        `docker pull ${quote(key)} || { echo ${quote(`the image ${key} can't be pulled`)}; exit 1; }`,
    );
    await runDetached(deployment.runner, stepOf(options, "pull", pulls.join("\n")), deployment);
  },
  backup: async ({ deployment, options, operations }) => {
    for (const operation of operations.filter(({ kind }) => kind === "backup")) {
      await executeBackup(deployment, operation as BackupOperation, options);
    }
  },
  files: async (input) => {
    await runScript(input, buildFileScript(input.deployment.layout, input.operations));
  },
  containers: async ({ deployment, options, operations }) => {
    const script = buildContainerStep(deployment, operations);
    await runDetached(deployment.runner, stepOf(options, "up", script), deployment);
    await waitHealthy(deployment, options.waitFor);
  },
  removal: async (input) => {
    const { deployment, operations } = input;
    await runScript(input, buildRemovalScript(deployment.layout, operations));
  },
  access: async (input) => {
    await runScript(input, buildAccessScript(input.deployment.layout, input.operations));
  },
};

function stepOf(
  { run, stepPrefix = "" }: ExecutionOptions,
  name: string,
  script: string,
): DetachedStep {
  return { folder: run.folder, name: `${stepPrefix}${name}`, script };
}

async function runScript({ deployment }: EffectInput, script: string): Promise<void> {
  const { exitCode, stderr, stdout } = await deployment.runner.run({
    argv: ["sh", "-s"],
    stdin: script,
    timeoutMs: 120_000,
    check: false,
    // A script of writes is short: it is never stopped half way.
  });
  if (exitCode !== 0) {
    const said = `${stdout}\n${stderr}`.trim().split("\n").slice(-8).join("\n");
    throw new MultipassError("REMOTE_COMMAND_FAILED", `the host refused\n${said}`);
  }
}

// Going back must be possible on a disk that is full: then it goes without an entry.
async function journal(
  { runner }: Deployment,
  { run, stepPrefix }: ExecutionOptions,
  operations: readonly HostOperation[],
): Promise<void> {
  const at = new Date().toISOString();
  const line = JSON.stringify({ at, type: "intent", operations: operations.map(operationName) });
  await runner.run({
    argv: ["sh", "-s"],
    stdin: hostScript(`printf '%s\\n' ${quote(line)} >> ${quote(`${run.folder}/journal.jsonl`)}`),
    check: stepPrefix === undefined,
  });
}
