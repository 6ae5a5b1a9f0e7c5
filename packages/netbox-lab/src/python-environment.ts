import { join } from "node:path";
import type { LabPaths } from "./lab-paths.ts";

/** The whole environment of a lab's Python processes: nothing of the caller's gets in. */
export function pythonEnvironment({ netboxFolder }: LabPaths): Readonly<Record<string, string>> {
  return {
    NETBOX_ROOT: netboxFolder,
    PYTHONPATH: join(netboxFolder, "python"),
    PYTHONUNBUFFERED: "1",
    HOME: netboxFolder,
    TMPDIR: join(netboxFolder, "tmp"),
    PATH: "/usr/local/bin:/usr/bin:/bin",
    LC_ALL: "C.UTF-8",
  };
}
