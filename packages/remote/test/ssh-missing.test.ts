import { afterEach, expect, test, vi } from "vitest";
import { hostSchema, openRunner } from "../src/index.ts";
import { catchError } from "./catch-error.ts";
import { makeTemporaryFolder } from "./temporary-folder.ts";

afterEach(() => vi.unstubAllEnvs());

test("a machine without ssh is told what it lacks", async () => {
  await using empty = await makeTemporaryFolder();
  vi.stubEnv("PATH", empty.path);
  const error = await catchError(openRunner(hostSchema.parse({ ssh: "ada@127.0.0.1" })));
  expect(error.code).toBe("SSH_UNREACHABLE");
  expect(error.hint).toContain("Install the OpenSSH client");
});
