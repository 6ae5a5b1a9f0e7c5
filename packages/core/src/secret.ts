import { inspect } from "node:util";

const redacted = "[redacted]";

/**
 * A token, password or pepper that can't be printed by accident: as a string, as JSON and
 * under `util.inspect` it reads `[redacted]`. Only {@link Secret.reveal} gives the value.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself. Call it where the value is sent, never where it is shown. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return redacted;
  }

  toJSON(): string {
    return redacted;
  }

  [inspect.custom](): string {
    return redacted;
  }
}
