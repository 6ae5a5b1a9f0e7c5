import type { Command } from "commander";
import type { Terminal } from "../open-terminal.ts";
import type { SeedOptions } from "../seed-options.ts";

/** `seed`, `seed plan`, `seed apply`, `seed verify`. */
export function addSeedCommand(program: Command, terminal: Terminal): void {
  const seed = describeApply(program.command("seed"))
    .description("bring NetBox to what the seed files say: plan, show, ask, apply, verify")
    .helpCommand(false)
    .addHelpText("after", "\nExample:\n  $ multipass-netbox seed --yes");
  seed.action(async () => {
    await run("apply", seed, terminal);
  });
  const apply = describeApply(seed.command("apply"))
    .description("the same as `seed` alone")
    .addHelpText("after", "\nExample:\n  $ multipass-netbox seed apply --from plan.json --yes");
  apply.action(async () => {
    await run("apply", apply, terminal);
  });
  const plan = describePlan(seed.command("plan"))
    .description("show what `seed` would do; exits 2 when there is something to do")
    .addHelpText("after", "\nExample:\n  $ multipass-netbox seed plan --save-plan plan.json");
  plan.action(async () => {
    await run("plan", plan, terminal);
  });
  const verify = seed
    .command("verify")
    .description("check that NetBox holds what the seed files say; exits 2 when it does not")
    .addHelpText("after", "\nExample:\n  $ multipass-netbox seed verify --json");
  verify.action(async () => {
    await run("verify", verify, terminal);
  });
}

function describePlan(command: Command): Command {
  return command
    .option("--adopt", "take over objects that exist without our tag")
    .option("--save-plan <file>", "write the plan to a file, for --from");
}

function describeApply(command: Command): Command {
  return describePlan(command)
    .option("--yes", "do not ask")
    .option("--plan", "show only; exits 2 when there is something to do")
    .option("--from <file>", "apply a saved plan, refused when it is stale");
}

async function run(
  mode: "apply" | "plan" | "verify",
  command: Command,
  terminal: Terminal,
): Promise<void> {
  const { runSeed } = await import("../run-seed.ts");
  await runSeed(mode, command.optsWithGlobals<SeedOptions>(), terminal);
}
