import { MultipassError, type Operation } from "@multipass-netbox/core";
import { askQuestion } from "./ask-question.ts";
import { assertAskable, notePlan } from "./confirm-plan.ts";
import type { HostChangeOptions } from "./deploy-options.ts";
import type { Terminal } from "./open-terminal.ts";
import type { ReadablePlan } from "./show-plan.ts";

/** A plan that a yes is not enough for. */
type GravePlan<O extends Operation> = ReadablePlan<O> & { readonly hostname: string };

/**
 * Shows a plan and asks for the name of the host. `--confirm NAME` is the answer beforehand; without a
 * terminal to ask at, it is needed. Throws `USAGE` when nobody can be asked, and for another name.
 */
export async function confirmHost<O extends Operation>(
  planned: GravePlan<O>,
  { confirm }: Pick<HostChangeOptions, "confirm">,
  terminal: Terminal,
): Promise<boolean> {
  const { hostname } = planned;
  notePlan(planned, terminal);
  if (confirm !== undefined && confirm !== hostname) {
    throw new MultipassError("USAGE", `the host's name is ${hostname}, not ${confirm}`, {
      hint: "Nothing was changed. Is it the right host?",
    });
  }
  if (confirm === hostname) {
    return true;
  }
  assertAskable(
    terminal,
    `Add --confirm ${hostname}: this asks for the host's name, not for a yes.`,
  );
  return (await askQuestion(`Type the host's name, ${hostname}, to go on: `)) === hostname;
}
