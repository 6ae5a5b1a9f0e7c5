import { join } from "node:path";
import type { PythonReport } from "./parse-python-report.ts";
import { runTool } from "./run-tool.ts";

/** What {@link installPackages} installs, with what, and where. */
export interface PackagesInstall {
  readonly python: PythonReport;
  /** Pins with hashes. */
  readonly requirementsFile: string;
  readonly folder: string;
  readonly signal?: AbortSignal | undefined;
}

// A PYTHONPATH of the caller would put other packages in front of the pinned ones.
const env = { PYTHONPATH: undefined, PYTHONHOME: undefined, PIP_REQUIRE_VIRTUALENV: undefined };

/**
 * Makes a virtual environment in `folder/venv`, with pip as the user has configured it.
 * No bytecode is made: the first start compiles what it imports, in less time.
 *
 * @throws MultipassError LAB_PREREQUISITE
 */
export async function installPackages(install: PackagesInstall): Promise<void> {
  const { python, requirementsFile, folder, signal } = install;
  const venv = join(folder, "venv");
  const common = { cwd: folder, env, signal };
  await runTool({
    ...common,
    command: python.path,
    args: ["-m", "venv", venv],
    purpose: "make a Python virtual environment",
  });
  await runTool({
    ...common,
    command: join(venv, "bin", "python"),
    args: [...pipInstall, "-r", requirementsFile],
    purpose: "install NetBox's Python packages with pip",
  });
}

const pipInstall = [
  "-m pip install --quiet --no-input --disable-pip-version-check",
  "--require-hashes --no-deps --only-binary :all: --no-compile",
].flatMap((words) => words.split(" "));
