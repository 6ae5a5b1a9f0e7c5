import { homedir } from "node:os";
import { execa } from "execa";
import type { Invocation } from "./host-shell.ts";

/**
 * A process with three pipes, that nothing but its owner ends: it has a session of its own, so no
 * program asks at the terminal, and Ctrl-C there, which goes to a whole group, is ours to handle.
 */
export function startProcess([program, ...args]: Invocation) {
  const child = execa(program, args, {
    cwd: homedir(),
    stdin: "pipe",
    buffer: false,
    reject: false,
    encoding: "buffer",
    windowsHide: true,
    detached: process.platform !== "win32",
  });
  // It may end without reading all of its input.
  child.stdin.on("error", () => {});
  return child;
}
