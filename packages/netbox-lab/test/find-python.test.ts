import { expect, test } from "vitest";
import { findPython } from "../src/find-python.ts";

test("a named interpreter that is none is refused, with what to do", async () => {
  await expect(findPython("/bin/false", "/nowhere")).rejects.toMatchObject({
    code: "LAB_PREREQUISITE",
    message: "/bin/false can't be used",
    hint: expect.stringContaining("Python 3.12 or newer") as string,
  });
});
