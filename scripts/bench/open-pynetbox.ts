import { join } from "node:path";
import type { NetBoxLab } from "@multipass-netbox/netbox-lab";
import { execa } from "execa";
import { installPynetbox } from "./install-pynetbox.ts";
import type { Run } from "./run-rounds.ts";

/** What the rival can be asked to do; `endpoint` in pynetbox's words, `ipam.ip_addresses`. */
type PynetboxTask =
  | {
      readonly task: "create-each" | "create-list";
      readonly endpoint: string;
      readonly bodies: readonly object[];
    }
  | { readonly task: "list-all"; readonly endpoint: string; readonly threading?: boolean }
  | { readonly task: "get-each"; readonly objects: readonly PynetboxKey[] };

/** How pynetbox finds one object. */
export interface PynetboxKey {
  readonly endpoint: string;
  readonly filters: Readonly<Record<string, string>>;
}

/** A process with pynetbox that does one task at a time. `await using` ends it. */
export interface Pynetbox extends AsyncDisposable {
  run(task: PynetboxTask): Promise<Run>;
}

const script = join(import.meta.dirname, "pynetbox_rival.py");

/** Starts pynetbox; the token goes to it by its stdin. */
export async function openPynetbox({ url, token }: NetBoxLab): Promise<Pynetbox> {
  const python = await installPynetbox();
  const child = execa(python, ["-I", script], { stdin: "pipe", stderr: "inherit", buffer: false });
  const answers = child.iterable()[Symbol.asyncIterator]();
  const write = (line: object): void => void child.stdin.write(`${JSON.stringify(line)}\n`);
  write({ url, token: token.reveal() });
  return {
    run: async (task) => {
      write(task);
      const { value, done } = await answers.next();
      if (done === true) throw new Error(`pynetbox ended in the middle of ${task.task}`);
      return JSON.parse(value) as Run;
    },
    [Symbol.asyncDispose]: async () => {
      child.stdin.end();
      await child;
    },
  };
}
