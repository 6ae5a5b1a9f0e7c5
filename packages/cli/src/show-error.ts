import { isMultipassError } from "@multipass-netbox/core";
import type { Terminal } from "./open-terminal.ts";

/** An error as data: what `--json` writes to stderr. */
interface ShownError {
  readonly code: string;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly causes: readonly string[];
}

/** Writes an error to stderr: one block for a person, one JSON line with `--json`. */
export function showError(error: unknown, terminal: Terminal): void {
  const shown = describeError(error);
  if (terminal.json) {
    terminal.note(JSON.stringify({ error: shown }));
    return;
  }
  terminal.note([{ style: "red", text: `error[${shown.code}]` }, ` ${shown.message}`]);
  for (const cause of shown.causes) {
    terminal.note(`  because: ${cause}`);
  }
  if (shown.hint !== undefined) {
    terminal.note(`hint: ${shown.hint}`);
  }
  if (terminal.verbose && error instanceof Error) {
    terminal.note(error.stack ?? "");
  }
}

function describeError(error: unknown): ShownError {
  if (isMultipassError(error)) {
    const { code, message, hint, cause } = error;
    // What the message holds already is not said again.
    const causes = describeCauses(cause).filter((said) => !message.includes(said));
    return { code, message, hint, causes };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: "INTERNAL",
    message,
    hint: "This is a bug of multipass-netbox. Run the command again with --verbose and report what it prints.",
    causes: error instanceof Error ? describeCauses(error.cause) : [],
  };
}

function describeCauses(cause: unknown): readonly string[] {
  if (cause instanceof AggregateError && cause.message === "") {
    return cause.errors.flatMap(describeCauses);
  }
  return cause instanceof Error ? [cause.message, ...describeCauses(cause.cause)] : [];
}
