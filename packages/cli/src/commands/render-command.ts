import type { Command } from "commander";
import type { Terminal } from "../open-terminal.ts";
import type { RenderOptions } from "../run-render.ts";

/** `render`: the files of the four containers, without a host. */
export function addRenderCommand(program: Command, terminal: Terminal): void {
  const render = program
    .command("render")
    .option("--out <folder>", "write the files into a folder, over those of the same names")
    .option("--check", "only compare the folder with the files; exits 2 when they differ")
    .description("show or write the files that deploy puts on the host; no secret is in them")
    .addHelpText("after", "\nExample:\n  $ multipass-netbox render --out compose");
  render.action(async () => {
    const { runRender } = await import("../run-render.ts");
    await runRender(render.optsWithGlobals<RenderOptions>(), terminal);
  });
}
