import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import type { VmControl, VmDescription } from "@multipass-netbox/testkit/throw-away-vm";

const main = join(import.meta.dirname, "..", "src", "main.ts");

/** Images by the keys of `stack.images`. */
export interface StackImages {
  readonly netbox: string;
  readonly postgres: string;
  readonly valkey: string;
}

/** An operator's folder with a configuration for the throw-away VM, and the command in it. */
export interface HostWorkspace extends AsyncDisposable {
  readonly folder: string;
  /** Runs the command to its end. */
  run(...args: readonly string[]): Promise<HostCommandResult>;
  /** Starts it. */
  start(...args: readonly string[]): StartedCommand;
  /** Writes the configuration again. */
  configure(images: StackImages, more?: object): Promise<void>;
}

/** A command at work. */
interface StartedCommand {
  readonly result: Promise<HostCommandResult>;
  kill(signal: NodeJS.Signals): void;
  /** Waits until it has said something, on either stream. */
  waitFor(text: string): Promise<void>;
}

/** What came of a run of the command. */
interface HostCommandResult {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Makes a workspace; its home, state and cache are in its folder too. */
export async function openHostWorkspace(
  vm: VmDescription,
  images: StackImages,
): Promise<HostWorkspace> {
  const folder = await mkdtemp(join(tmpdir(), "multipass-operator-"));
  const configure = async (wanted: StackImages, more: object = {}): Promise<void> => {
    const { user, sshPort: port, identityFile, hostKey } = vm;
    const host = { ssh: `${user}@127.0.0.1`, port, identityFile, hostKey };
    const text = JSON.stringify({ host, stack: { images: wanted, ...more } });
    await writeFile(join(folder, "multipass-netbox.yaml"), text);
  };
  await configure(images);
  const env = { HOME: folder, XDG_STATE_HOME: join(folder, "state") };
  const start = (...args: readonly string[]): StartedCommand => startCommand(args, folder, env);
  return {
    folder,
    configure,
    start,
    run: (...args) => start(...args).result,
    [Symbol.asyncDispose]: async () => {
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function startCommand(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): StartedCommand {
  const child = execa(process.execPath, [main, ...args], { cwd, reject: false, env });
  let said = "";
  const heard = new EventTarget();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      heard.dispatchEvent(new Event("text"));
    });
  }
  const result = child.then(({ exitCode, stdout, stderr }) => {
    heard.dispatchEvent(new Event("end"));
    return { exitCode, stdout, stderr };
  });
  return {
    result,
    kill: (signal) => void child.kill(signal),
    waitFor: async (text) => {
      await new Promise<void>((resolve, reject) => {
        const look = (): void => {
          if (said.includes(text)) {
            resolve();
          }
        };
        look();
        heard.addEventListener("text", look);
        heard.addEventListener("end", () => {
          reject(new Error(`it ended without saying ${text}:\n${said}`));
        });
      });
    },
  };
}

/** What tells whether a container that is not ours was touched, by name. */
export async function readNeighbours(vm: VmControl): Promise<Readonly<Record<string, string>>> {
  const format =
    "{{.Name}} {{.Id}} {{.Image}} {{.State.StartedAt}} {{.RestartCount}} {{json .NetworkSettings.Networks}}";
  const { stdout } = await vm.exec([
    "sh",
    "-c",
    `docker inspect --format '${format}' $(docker ps -aq) | grep -v '^/netbox'`,
  ]);
  return Object.fromEntries(
    stdout
      .trim()
      .split("\n")
      .map((line) => [line.split(" ")[0] ?? "", line]),
  );
}
