import type { Command } from "commander";
import type { Terminal } from "../open-terminal.ts";
import type { SeedExportOptions } from "../run-seed-export.ts";
import type { SeedOptions } from "../seed-options.ts";

/** `seed` and its verbs. */
export function addSeedCommand(program: Command, terminal: Terminal): void {
  const seed = describeApply(program.command("seed"))
    .description("bring NetBox to what the seed files say: plan, show, ask, apply, verify")
    .helpCommand(false)
    .addHelpText("after", "\nExample:\n  $ multipass-netbox seed --yes");
  seed.action(async () => {
    const { runSeed } = await import("../run-seed.ts");
    await runSeed(seed.optsWithGlobals<SeedOptions>(), false, terminal);
  });
  addReading(seed, terminal);
  addWriting(seed, terminal);
}

function addReading(seed: Command, terminal: Terminal): void {
  const plan = describePlan(seed.command("plan"))
    .description("show what `seed` would do; exits 2 when there is something to do")
    .addHelpText("after", "\nExample:\n  $ multipass-netbox seed plan --save-plan plan.json");
  plan.action(async () => {
    const { runSeed } = await import("../run-seed.ts");
    await runSeed(plan.optsWithGlobals<SeedOptions>(), true, terminal);
  });
  const verify = describeFiles(seed.command("verify"))
    .description("check that NetBox holds what the seed files say; exits 2 when it does not")
    .addHelpText("after", "\nExample:\n  $ multipass-netbox seed verify --json");
  verify.action(async () => {
    const { runVerify } = await import("../run-seed.ts");
    await runVerify(verify.optsWithGlobals<SeedOptions>(), terminal);
  });
  const exporting = seed
    .command("export")
    .option("--out <folder>", "write a file per kind into a new or empty folder")
    .description("write NetBox as seed files that plan to nothing, to stdout or into a folder")
    .addHelpText("after", "\nExample:\n  $ multipass-netbox seed export --out seed-data");
  exporting.action(async () => {
    const { runSeedExport } = await import("../run-seed-export.ts");
    await runSeedExport(exporting.optsWithGlobals<SeedExportOptions>(), terminal);
  });
}

function addWriting(seed: Command, terminal: Terminal): void {
  const apply = describeApply(seed.command("apply"))
    .description("the same as `seed` alone")
    .addHelpText("after", "\nExample:\n  $ multipass-netbox seed apply --from plan.json --yes");
  apply.action(async () => {
    const { runSeed } = await import("../run-seed.ts");
    await runSeed(apply.optsWithGlobals<SeedOptions>(), false, terminal);
  });
  const prune = describeWriting(describeFiles(seed.command("prune")))
    .description("delete what we made and the seed files no longer describe, shown first")
    .addHelpText("after", "\nExample:\n  $ multipass-netbox seed prune --plan");
  prune.action(async () => {
    const { runPrune } = await import("../run-seed.ts");
    await runPrune(prune.optsWithGlobals<SeedOptions>(), terminal);
  });
  const undo = describeWriting(seed.command("undo"))
    .argument("<receipt>", "the receipt of the run: a file, or its name in the state folder")
    .description("put back what a run changed, unless somebody changed it since; shown first")
    .addHelpText("after", "\nExample:\n  $ multipass-netbox seed undo RECEIPT.jsonl --plan");
  undo.action(async (receipt: string) => {
    const { runUndo } = await import("../run-seed.ts");
    await runUndo(receipt, undo.optsWithGlobals<SeedOptions>(), terminal);
  });
}

function describeFiles(command: Command): Command {
  return command.option("--seed <path>", "seed file or folder (default: the configuration's)");
}

function describePlan(command: Command): Command {
  return describeFiles(command)
    .option("--adopt", "take over objects that exist without our tag")
    .option("--save-plan <file>", "write the plan to a file, for --from");
}

function describeApply(command: Command): Command {
  return describePlan(command)
    .option("--yes", "do not ask")
    .option("--plan", "show only; exits 2 when there is something to do")
    .option("--from <file>", "apply a saved plan, refused when it is stale");
}

function describeWriting(command: Command): Command {
  return command
    .option("--yes", "do not ask")
    .option("--plan", "show only; exits 2 when there is something to do")
    .option("--save-plan <file>", "write the plan to a file, for --from")
    .option("--from <file>", "apply a saved plan, refused when it is stale");
}
