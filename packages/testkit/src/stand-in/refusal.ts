import type { StandInAnswer } from "./exchange-types.ts";
import type { Text } from "./text.ts";

/** An answer that is not a success, thrown from where it is found out. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly answer: StandInAnswer;

  constructor(status: number, body: unknown) {
    super(`refused with ${status}`);
    this.answer = { status, body };
  }
}

/** What is wrong with the value of one field. */
export class FieldRefusal extends Error {
  override readonly name = "FieldRefusal";
  /** A list of sentences, or NetBox's dictionary of places in a list. */
  readonly problem: unknown;

  constructor(problem: Text | readonly Text[] | Readonly<Record<string, readonly Text[]>>) {
    super("refused a field");
    this.problem = "en" in problem ? [problem] : problem;
  }
}

/** A request whose answer nobody recorded: a loud 501, so that the test that sent it notices. */
export class NotModelled extends Refusal {
  constructor(what: string) {
    super(501, { detail: `the stand-in of NetBox 4.5 does not model ${what}` });
  }
}

/** NetBox's own bugs and broken promises: 500 with the exception that it names. */
export function serverError(exception: string, error: string): Refusal {
  return new Refusal(500, {
    error,
    exception,
    netbox_version: "4.5.2",
    python_version: "3.13.5",
  });
}
