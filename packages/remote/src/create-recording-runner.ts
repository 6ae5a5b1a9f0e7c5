import {
  type CommandResult,
  type HeldCommand,
  type HostCommand,
  MultipassError,
  type PlacedFile,
  type Runner,
} from "@multipass-netbox/core";
import { describeFailure } from "./describe-ending.ts";
import { interrupted } from "./limit-command.ts";

/** What a command shall have given; exit code 0 and empty outputs by default. */
export type RecordedAnswer = Partial<CommandResult>;

/** Answers in their order, or by looking at the command; a promise delays the answer. */
export type RecordedAnswers =
  | readonly RecordedAnswer[]
  | ((command: HostCommand) => RecordedAnswer | Promise<RecordedAnswer>);

/** A runner that reaches no host. */
export interface RecordingRunner extends Runner {
  /** Of `run` and `hold`, in their order. */
  readonly commands: readonly HostCommand[];
  /** In their order. */
  readonly placedFiles: readonly PlacedFile[];
  /** In their order. */
  readonly rewrittenFiles: readonly Omit<PlacedFile, "mode">[];
}

/** What a {@link createRecordingRunner} pretends to be. */
export interface RecordingOptions {
  /** Default: `recorded SHA256:none`. */
  readonly target?: string | undefined;
  /** Where tunnels lead. Default: to the port that was asked for, on this machine. */
  readonly tunnelPort?: ((port: number) => number) | undefined;
}

/**
 * A {@link Runner} for tests: keeps what it is told and answers with what it was given. Lines,
 * exit codes and aborted signals are treated as the real ones do. A command that finds no answer
 * in a list is `INTERNAL`.
 */
export function createRecordingRunner(
  answers: RecordedAnswers = () => ({}),
  { target = "recorded SHA256:none", tunnelPort = (port) => port }: RecordingOptions = {},
): RecordingRunner {
  const commands: HostCommand[] = [];
  const placedFiles: PlacedFile[] = [];
  const rewrittenFiles: Omit<PlacedFile, "mode">[] = [];
  const [name = ""] = target.split(" ");
  let roundTrips = 0;
  const answer = createAnswerer(answers);
  const run = async (command: HostCommand): Promise<CommandResult> => {
    roundTrips += 1;
    commands.push(command);
    return conclude(command, { name, answer: await answer(command) });
  };
  return {
    target,
    commands,
    placedFiles,
    rewrittenFiles,
    get costs() {
      return { connections: 0, roundTrips };
    },
    run,
    hold: async (command) => buildHeld(await run(command)),
    placeFiles: async (files) => {
      roundTrips += files.length === 0 ? 0 : 1;
      placedFiles.push(...files);
    },
    rewriteFile: async (file) => {
      roundTrips += 1;
      rewrittenFiles.push(file);
    },
    openTunnel: async (port) => ({ port: tunnelPort(port), [Symbol.asyncDispose]: async () => {} }),
    [Symbol.asyncDispose]: async () => {},
  };
}

function conclude(
  command: HostCommand,
  { name, answer }: { readonly name: string; readonly answer: RecordedAnswer },
): CommandResult {
  const place = { program: command.argv[0], name };
  const result = { exitCode: 0, stdout: "", stderr: "", ...answer };
  if (command.signal?.aborted === true) {
    throw interrupted(place, command.signal.reason);
  }
  giveLines(command, result);
  if (command.check !== false && result.exitCode !== 0) {
    throw describeFailure(result, place);
  }
  return result;
}

function buildHeld(result: CommandResult): HeldCommand {
  const ended = Promise.withResolvers<CommandResult>();
  return {
    firstLine: linesOf(result.stdout)[0] ?? "",
    ended: ended.promise,
    [Symbol.asyncDispose]: async () => ended.resolve(result),
  };
}

function createAnswerer(answers: RecordedAnswers) {
  if (typeof answers === "function") {
    return answers;
  }
  const left = [...answers];
  return (command: HostCommand): RecordedAnswer => {
    const next = left.shift();
    if (next === undefined) {
      throw new MultipassError("INTERNAL", `no answer was recorded for ${command.argv.join(" ")}`);
    }
    return next;
  };
}

function giveLines({ onLine }: HostCommand, { stdout, stderr }: CommandResult): void {
  linesOf(stdout).forEach((line) => onLine?.(line, "stdout"));
  linesOf(stderr).forEach((line) => onLine?.(line, "stderr"));
}

function linesOf(text: string): readonly string[] {
  const lines = text.split("\n");
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}
