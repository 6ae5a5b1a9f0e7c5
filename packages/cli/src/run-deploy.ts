import { breakHostLock } from "@multipass-netbox/deployer";
import { createDeployChange, createPepperChange, createUpgradeChange } from "./deploy-change.ts";
import type {
  DeployCommandOptions,
  DestroyCommandOptions,
  HostChangeOptions,
  UpgradeCommandOptions,
} from "./deploy-options.ts";
import { createDestroyChange } from "./destroy-change.ts";
import { loadConfig } from "./load-config.ts";
import { nameHost } from "./name-host.ts";
import { type DeploymentSession, openDeployment } from "./open-deployment.ts";
import type { Terminal } from "./open-terminal.ts";
import { createRollbackChange } from "./rollback-change.ts";
import { runHostChange } from "./run-host-change.ts";
import { type HostStage, runHostStep } from "./run-host-step.ts";
import { createTokenChange } from "./token-change.ts";

/** `deploy` */
export async function runDeploy(options: DeployCommandOptions, terminal: Terminal): Promise<void> {
  await using session = await openSession(options, "deploy");
  if (options.breakLock === true) {
    await breakLock({ deployment: session.deployment, terminal });
  }
  await runHostChange(session, createDeployChange(session), { options, terminal });
}

/** `upgrade --to VERSION` */
export async function runUpgrade(
  options: UpgradeCommandOptions,
  terminal: Terminal,
): Promise<void> {
  await using session = await openSession(options, `upgrade --to ${options.to}`);
  await runHostChange(session, createUpgradeChange(session, options.to), { options, terminal });
}

/** `rollback [RECEIPT]` */
export async function runRollback(
  receipt: string | undefined,
  options: HostChangeOptions,
  terminal: Terminal,
): Promise<void> {
  await using session = await openSession(options, "rollback");
  await runHostChange(session, createRollbackChange(session, receipt), { options, terminal });
}

/** `destroy` */
export async function runDestroy(
  options: DestroyCommandOptions,
  terminal: Terminal,
): Promise<void> {
  await using session = await openSession(options, "destroy");
  await runHostChange(session, createDestroyChange(session, options), { options, terminal });
}

/** `token rotate` */
export async function runTokenRotate(
  options: HostChangeOptions,
  terminal: Terminal,
): Promise<void> {
  await using session = await openSession(options, "token rotate");
  await runHostChange(session, createTokenChange(session), { options, terminal });
}

/** `pepper rotate` */
export async function runPepperRotate(
  options: HostChangeOptions,
  terminal: Terminal,
): Promise<void> {
  await using session = await openSession(options, "pepper rotate");
  await runHostChange(session, createPepperChange(session), { options, terminal });
}

async function openSession(
  { config }: HostChangeOptions,
  command: string,
): Promise<DeploymentSession> {
  return await openDeployment(await loadConfig(config), command);
}

async function breakLock(stage: HostStage): Promise<void> {
  const host = nameHost(stage.deployment.runner);
  const holder = await runHostStep(`Break the lock on ${host}`, stage, ({ runner, layout }) =>
    breakHostLock(runner, layout),
  );
  stage.terminal.note(
    holder === undefined
      ? "Nobody held the lock."
      : `The lock of ${holder.who}, held since ${holder.since} for ${holder.why}, is broken.`,
  );
}
