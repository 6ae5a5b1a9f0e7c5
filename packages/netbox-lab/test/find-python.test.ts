import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findPython } from "../src/find-python.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "netbox-lab-"));
});
afterAll(async () => rm(folder, { recursive: true }));

/** A command that says what a Python would say of itself. */
async function pretend(report: string): Promise<string> {
  const path = join(folder, "python");
  await writeFile(path, `#!/bin/sh\necho "python-report ${report} $0"\n`);
  await chmod(path, 0o755);
  return path;
}

test("a named interpreter that is none is refused, with what to do", async () => {
  await expect(findPython("/bin/false", folder)).rejects.toMatchObject({
    code: "LAB_PREREQUISITE",
    message: "/bin/false can't be used",
    hint: expect.stringContaining("Python 3.12 or newer") as string,
  });
});

test.each([
  ["3 10 1", "3.10", "Python 3.12 or newer"],
  ["3 11 0", "3.11 without venv", "Python 3.12 or newer"],
  ["3 13 0", "3.13 without venv", "apt install python3-venv"],
])("a named one that reports %j is refused as %s, with what to do", async (report, is, remedy) => {
  const path = await pretend(report);
  await expect(findPython(path, folder)).rejects.toMatchObject({
    code: "LAB_PREREQUISITE",
    message: `${path} can't be used (${path} is ${is})`,
    hint: expect.stringContaining(remedy) as string,
  });
});

test("the one that is found on this machine is accepted by its name as well", async () => {
  const found = await findPython(undefined, folder);
  expect(found.hasVenv).toBe(true);
  expect(await findPython(found.path, folder)).toEqual(found);
});
