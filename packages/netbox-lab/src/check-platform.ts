import { MultipassError } from "@multipass-netbox/core";

/** Of the newest wheel in the lock file: manylinux_2_34. */
const oldestGlibc = 2.34;

/**
 * Refuses a machine on which the pinned binaries can't run.
 *
 * @throws MultipassError LAB_PREREQUISITE
 */
export function checkPlatform(): void {
  const glibc = readGlibcVersion();
  const isLinux = process.platform === "linux" && process.arch === "x64";
  if (isLinux && Number(glibc) >= oldestGlibc) return;
  const found = `${process.platform}-${process.arch}${glibc === undefined ? "" : `, glibc ${glibc}`}`;
  throw new MultipassError(
    "LAB_PREREQUISITE",
    `The native lab runs on linux-x64 with glibc >= ${oldestGlibc}; this is ${found}`,
    {
      hint: "Use Debian 12, Ubuntu 22.04 or newer on x86-64, in a container or a virtual machine.",
    },
  );
}

function readGlibcVersion(): string | undefined {
  if (process.platform !== "linux") return undefined;
  // Otherwise the report resolves the names of all open connections, which takes seconds.
  Object.assign(process.report, { excludeNetwork: true });
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return header.glibcVersionRuntime;
}
