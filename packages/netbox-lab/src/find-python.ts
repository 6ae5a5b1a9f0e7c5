import { glob } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { MultipassError } from "@multipass-netbox/core";
import { execa } from "execa";
import {
  isNewEnough,
  parsePythonReport,
  type PythonReport,
  pythonReportScript,
} from "./parse-python-report.ts";

/** The one the lock file was tried with comes first. */
const commands = ["python3.13", "python3.12", "python3.14", "python3"];

/**
 * A Python that can install NetBox: the given one; else from PATH, from pyenv, or the one
 * that uv finds or installs into `cacheFolder`.
 *
 * @throws MultipassError LAB_PREREQUISITE
 */
export async function findPython(
  explicit: string | undefined,
  cacheFolder: string,
): Promise<PythonReport> {
  const rejected: PythonReport[] = [];
  for await (const candidate of explicit === undefined ? candidates(cacheFolder) : [explicit]) {
    const report = await askPython(candidate);
    if (report === undefined) continue;
    if (isNewEnough(report) && report.hasVenv) return report;
    rejected.push(report);
  }
  throw noPython(explicit, rejected);
}

async function* candidates(cacheFolder: string): AsyncGenerator<string> {
  yield* commands;
  yield* glob(join(homedir(), ".pyenv/versions/3.1[2-9]*/bin/python"));
  const install = { env: { UV_PYTHON_INSTALL_DIR: join(cacheFolder, "python") }, reject: false };
  for (const args of [
    ["find", ">=3.12"],
    ["install", "3.13"],
    ["find", ">=3.12"],
  ]) {
    const { failed, stdout } = await execa("uv", ["python", ...args], install);
    if (!failed && args[0] === "find") yield stdout.trim();
  }
}

async function askPython(command: string): Promise<PythonReport | undefined> {
  const { stdout } = await execa(command, ["-I", "-c", pythonReportScript], { reject: false });
  return parsePythonReport(stdout ?? "");
}

function noPython(explicit: string | undefined, rejected: readonly PythonReport[]): MultipassError {
  const found = rejected.map(describe).join("; ");
  const wanted = explicit === undefined ? "No Python >= 3.12 found" : `${explicit} can't be used`;
  return new MultipassError("LAB_PREREQUISITE", found === "" ? wanted : `${wanted} (${found})`, {
    hint: rejected.some(isNewEnough)
      ? "Install the part that makes virtual environments: on Debian and Ubuntu `apt install python3-venv`."
      : "NetBox needs Python 3.12 or newer: `apt install python3 python3-venv` on Debian 13 or Ubuntu 24.04, else `uv python install 3.13` or `pyenv install 3.13`.",
  });
}

function describe(report: PythonReport): string {
  const { path, major, minor, hasVenv } = report;
  return `${path} is ${major}.${minor}${hasVenv ? "" : " without venv"}`;
}
