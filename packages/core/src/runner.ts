/** One command for a host, as data. */
export interface HostCommand {
  /**
   * Program and arguments, passed on as they are: no shell reads them. Never a secret, since every
   * user of the host can see arguments. What is long or secret goes through `stdin`.
   */
  readonly argv: readonly [string, ...string[]];
  /** Sent to the command's standard input, which ends after it. Default: nothing. */
  readonly stdin?: string | Uint8Array | undefined;
  /** How long it may take. Default: 60 000. `Infinity` for one that ends by `signal` only. */
  readonly timeoutMs?: number | undefined;
  /** Ends the command on the host too, then throws `INTERRUPTED`. */
  readonly signal?: AbortSignal | undefined;
  /** Called with each line as it comes, without its end. */
  readonly onLine?: ((line: string, stream: "stdout" | "stderr") => void) | undefined;
  /** `false`: an exit code other than 0 is a result, not `REMOTE_COMMAND_FAILED`. Default: true. */
  readonly check?: boolean | undefined;
}

/** What became of a {@link HostCommand} that ran to its end. */
export interface CommandResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A file to be on a host, owned by the user that the runner works as. */
export interface PlacedFile {
  /** Absolute. Its folder exists. */
  readonly path: string;
  readonly content: string | Uint8Array;
  /** For example `0o644`. */
  readonly mode: number;
}

/** A command that lives until it is disposed of, or until the connection is gone. */
export interface HeldCommand extends AsyncDisposable {
  /** The first line that it wrote to standard output. */
  readonly firstLine: string;
  /** Settles when the command has ended, for whatever reason. Never rejects. */
  readonly ended: Promise<CommandResult>;
}

/** A way from this machine to a port of the host, open until it is disposed of. */
export interface Tunnel extends AsyncDisposable {
  /** On this machine's 127.0.0.1. */
  readonly port: number;
}

/** What a runner has cost so far. */
export interface RunnerCosts {
  /** Connections that were opened. */
  readonly connections: number;
  /** Commands and file transfers that went to the host. */
  readonly roundTrips: number;
}

/**
 * Works on one host as one user: by SSH, or on this machine. Everything throws `SSH_UNREACHABLE`,
 * `SSH_HOST_KEY` or `SSH_AUTH` where there is no way to the host, `SSH_UNREACHABLE` too when the
 * connection breaks in the middle, `REMOTE_TIMEOUT` and `REMOTE_COMMAND_FAILED`. Several calls at
 * once are safe. Disposing ends the connection.
 */
export interface Runner extends AsyncDisposable {
  /** The host as it is shown and bound to plans, with its key: `r2d2helm@192.168.1.161 SHA256:…`. */
  readonly target: string;
  readonly costs: RunnerCosts;
  /** Runs a command to its end. */
  run(command: HostCommand): Promise<CommandResult>;
  /**
   * Starts a command and waits for its first line. Its standard input is `stdin`, then stays open,
   * and ends when the command is disposed of or this process dies: a `cat` in it holds it that long.
   * Throws `REMOTE_COMMAND_FAILED` when it ends without a line.
   */
  hold(command: HostCommand): Promise<HeldCommand>;
  /** Puts files in their places, each whole or not at all, as new inodes, in one round trip. */
  placeFiles(files: readonly PlacedFile[], signal?: AbortSignal): Promise<void>;
  /**
   * Writes over one existing file that a container has mounted, so that its inode stays: uploaded
   * beside it, checked, copied over, checked again.
   */
  rewriteFile(file: Omit<PlacedFile, "mode">, signal?: AbortSignal): Promise<void>;
  /** Opens a way to a port on the host's own 127.0.0.1. */
  openTunnel(port: number): Promise<Tunnel>;
}
