import { machine } from "node:os";
import { dirname, join } from "node:path";
import { MultipassError } from "@multipass-netbox/core";
import { findPython } from "@multipass-netbox/netbox-lab";
import { execa } from "execa";

// Every platform tag that fits the C library of the images, 2.41.
const minors = Array.from({ length: 37 }, (_, index) => `_2_${index + 5}`);
const platforms = ["1", "2010", "2014", ...minors].map((tag) => `manylinux${tag}_${machine()}`);

const pipDownload = [
  "-m pip download --quiet --disable-pip-version-check --no-deps --require-hashes",
  "--only-binary=:all: --python-version=3.13 --implementation=cp --abi=cp313 --abi=abi3 --abi=none",
].flatMap((words) => words.split(" "));

/**
 * Downloads the Python packages of a locked list for the images' Python 3.13, with pip as this
 * machine has it configured: inside a build its settings and certificates would be missing.
 *
 * @throws MultipassError LAB_PREREQUISITE
 */
export async function downloadWheels(requirementsFile: string, folder: string): Promise<void> {
  const venv = join(dirname(folder), "venv");
  const python = await findPython(undefined, dirname(folder));
  const download = [
    ...pipDownload,
    ...platforms.map((platform) => `--platform=${platform}`),
    `--dest=${folder}`,
    `--requirement=${requirementsFile}`,
  ];
  for (const [command, args] of [
    [python.path, ["-m", "venv", venv]],
    [join(venv, "bin", "python"), download],
  ] as const) {
    const { failed, stderr } = await execa(command, args, { reject: false });
    if (failed) {
      throw new MultipassError("LAB_PREREQUISITE", "NetBox's packages can't be downloaded", {
        hint: stderr,
      });
    }
  }
}
