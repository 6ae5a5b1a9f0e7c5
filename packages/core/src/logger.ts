/** One level of a logger: the fields first, then the sentence, as pino has it. */
export type LogMethod = (fields: Readonly<Record<string, unknown>>, message: string) => void;

/** What our packages log with. A pino logger fits; secrets never go in. */
export interface Logger {
  readonly debug: LogMethod;
  readonly info: LogMethod;
  readonly warn: LogMethod;
  readonly error: LogMethod;
}
