import { execa } from "execa";
import { describe, expect, test } from "vitest";
import {
  isNewEnough,
  parsePythonReport,
  type PythonReport,
  pythonReportScript,
} from "../src/parse-python-report.ts";

describe("parsePythonReport", () => {
  test("reads a path with spaces", () => {
    expect(parsePythonReport("python-report 3 12 0 /opt/my python/bin/python3\n")).toEqual({
      path: "/opt/my python/bin/python3",
      major: 3,
      minor: 12,
      hasVenv: false,
    });
  });

  test("finds the line among others", () => {
    const output = "a warning\npython-report 3 13 1 /usr/bin/python3.13";
    expect(parsePythonReport(output)).toMatchObject({ minor: 13, hasVenv: true });
  });

  test.each(["", "Python 3.12.1", "pyenv: python3.14: command not found"])(
    "rejects %j",
    (output) => {
      expect(parsePythonReport(output)).toBeUndefined();
    },
  );

  test("understands what the Python of this machine says", async () => {
    const { stdout } = await execa("python3", ["-I", "-c", pythonReportScript]);
    expect(parsePythonReport(stdout)?.major).toBe(3);
  });
});

test.each([
  [2, 7, false],
  [3, 9, false],
  [3, 11, false],
  [3, 12, true],
  [3, 14, true],
])("Python %i.%i is new enough: %s", (major, minor, expected) => {
  const report: PythonReport = { path: "python", major, minor, hasVenv: true };
  expect(isNewEnough(report)).toBe(expected);
});
