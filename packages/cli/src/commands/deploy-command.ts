import { type Command, Option } from "commander";
import type {
  DeployCommandOptions,
  DestroyCommandOptions,
  HostChangeOptions,
  UpgradeCommandOptions,
} from "../deploy-options.ts";
import type { Terminal } from "../open-terminal.ts";

/** `deploy`, `upgrade`, `rollback` and `destroy`: what changes NetBox on its host. */
export function addDeployCommands(program: Command, terminal: Terminal): void {
  addDeploy(program, terminal);
  addUpgrade(program, terminal);
  addRollback(program, terminal);
  addDestroy(program, terminal);
}

function addDeploy(program: Command, terminal: Terminal): void {
  const deploy = describeSaving(describeAsking(program.command("deploy")))
    .description("bring the host to what the configuration says: plan, show, ask, apply, check")
    .addOption(
      new Option("--break-lock", "first end the lock of a run that nobody works at").conflicts(
        "plan",
      ),
    )
    .addHelpText("after", "\nExample:\n  $ multipass-netbox deploy --plan");
  deploy.action(async () => {
    const { runDeploy } = await import("../run-deploy.ts");
    await runDeploy(deploy.optsWithGlobals<DeployCommandOptions>(), terminal);
  });
}

function addUpgrade(program: Command, terminal: Terminal): void {
  const upgrade = describeSaving(describeAsking(program.command("upgrade")))
    .requiredOption("--to <version>", "the version of NetBox that stack.images.netbox names")
    .description("go to another version of NetBox: backup, migrations, checks, or back")
    .addHelpText("after", "\nExample:\n  $ multipass-netbox upgrade --to 4.6.3 --plan");
  upgrade.action(async () => {
    const { runUpgrade } = await import("../run-deploy.ts");
    await runUpgrade(upgrade.optsWithGlobals<UpgradeCommandOptions>(), terminal);
  });
}

function addRollback(program: Command, terminal: Terminal): void {
  const rollback = describeAsking(program.command("rollback"))
    .argument("[receipt]", "the receipt of the run to take back (default: the last run's)")
    .description("put the host back to what it had before a run, shown first")
    .option("--confirm <name>", "the host's name, for scripts, where data is lost")
    .addHelpText("after", "\nExample:\n  $ multipass-netbox rollback --plan");
  rollback.action(async (receipt: string | undefined) => {
    const { runRollback } = await import("../run-deploy.ts");
    await runRollback(receipt, rollback.optsWithGlobals<HostChangeOptions>(), terminal);
  });
}

function addDestroy(program: Command, terminal: Terminal): void {
  const destroy = describeDry(program.command("destroy"))
    .description("remove NetBox from the host and keep its data; asks for the host's name")
    .option("--delete-data", "delete volumes, secrets and credentials too; backups stay")
    .option("--no-backup", "make no last backup")
    .option("--confirm <name>", "the host's name, for scripts; --yes is not enough")
    .addOption(new Option("--yes").hideHelp())
    .addHelpText("after", "\nExample:\n  $ multipass-netbox destroy --plan");
  destroy.action(async () => {
    const { runDestroy } = await import("../run-deploy.ts");
    await runDestroy(destroy.optsWithGlobals<DestroyCommandOptions>(), terminal);
  });
}

function describeSaving(command: Command): Command {
  return command
    .option("--save-plan <file>", "write the plan to a file, for --from")
    .option("--from <file>", "apply a saved plan, refused when it is stale");
}

/** What commands take that change a host on a yes. */
export function describeAsking(command: Command): Command {
  return describeDry(command).option("--yes", "do not ask");
}

function describeDry(command: Command): Command {
  return command.option("--plan", "show only; exits 2 when there is something to do");
}
