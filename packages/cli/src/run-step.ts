import type { ListrDefaultRendererLogLevels } from "listr2";
import { cleanLine } from "./clean-text.ts";
import type { Terminal } from "./open-terminal.ts";

/** Says in a few words what a step is doing just now. */
export type Report = (text: string) => void;

/**
 * Runs one long step with a spinner and its latest report on stderr. Where there is no terminal it
 * is quiet, or with `--verbose` a line for the step and one per report.
 */
export async function runStep<T>(
  title: string,
  terminal: Terminal,
  step: (report: Report) => Promise<T>,
): Promise<T> {
  if (!terminal.isInteractive) {
    const report = terminal.verbose ? noteReports(title, terminal) : () => undefined;
    return await step(report);
  }
  const { Listr, ListrLogger, PRESET_TIMER, ProcessOutput } = await import("listr2");
  const logger = new ListrLogger<ListrDefaultRendererLogLevels>({
    processOutput: new ProcessOutput(process.stderr, process.stderr),
  });
  const context = {} as { result: T };
  const list = new Listr<{ result: T }>(
    [
      {
        title: cleanLine(title),
        task: async (shared, task) => {
          shared.result = await step((text) => {
            task.output = cleanLine(text);
          });
        },
        rendererOptions: { timer: PRESET_TIMER },
      },
    ],
    // The signals are the commands' own: they stop between two requests.
    { renderer: "default", rendererOptions: { logger }, registerSignalListeners: false },
  );
  await list.run(context);
  return context.result;
}

function noteReports(title: string, terminal: Terminal): Report {
  terminal.note(cleanLine(title));
  return (text) => {
    if (text !== "") {
      terminal.note(`${cleanLine(title)}: ${cleanLine(text)}`);
    }
  };
}
