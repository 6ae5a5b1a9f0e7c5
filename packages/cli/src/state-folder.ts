import { mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { MultipassError } from "@multipass-netbox/core";

/**
 * A folder of ours in the user's state folder (`XDG_STATE_HOME`, on Windows `LOCALAPPDATA`, else
 * `~/.local/state`), made if it is missing. Throws `CONFIG_INVALID` where it can't be made.
 */
export function makeStateFolder(name: string): string {
  const named = process.env["XDG_STATE_HOME"] ?? process.env["LOCALAPPDATA"];
  const folder = join(named ?? join(homedir(), ".local", "state"), "multipass-netbox", name);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new MultipassError("CONFIG_INVALID", `the folder ${folder} can't be made`, {
      cause,
      hint: "Receipts and locks go there. XDG_STATE_HOME names another place.",
    });
  }
  return folder;
}
