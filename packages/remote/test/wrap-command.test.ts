import { execa } from "execa";
import { describe, expect, it } from "vitest";
import { wrapCommand } from "../src/wrap-command.ts";

const mark = "0123456789abcdef";

describe.each(["sh", "bash"])("a wrapped command in %s", (shell) => {
  /** What `cat` gives when that comes and then nothing more. */
  async function giveCat(inputBytes: number | "all", input: string) {
    const { stdout, stderr } = await execa(
      shell,
      ["-c", wrapCommand(["cat"], { mark, inputBytes }).replace("-w sh", `-w ${shell}`)],
      { input, reject: false, stripFinalNewline: false },
    );
    return { stdout, stderr };
  }

  it("tells when it begins and how it ends", async () => {
    expect(await giveCat("all", "two\nlines\n")).toEqual({
      stdout: `\u001E${mark}\ntwo\nlines\n`,
      stderr: `\u001E${mark}\n\u001E${mark} 0\n`,
    });
  });

  it.each(["", "a", "first line\nseco", "first line\nsecond line"])(
    "gets nothing of an input that breaks off: %j",
    async (input) => {
      expect(await giveCat(23, input)).toEqual({
        stdout: `\u001E${mark}\n`,
        stderr: `\u001E${mark}\n\u001E${mark} 143\n`,
      });
    },
  );

  it("gets the whole of one that is complete", async () => {
    const process = execa(
      shell,
      ["-c", wrapCommand(["cat"], { mark, inputBytes: 23 }).replace("-w sh", `-w ${shell}`)],
      { stripFinalNewline: false },
    );
    process.stdin.write("first line\nsecond line\n\n");
    expect(await process).toMatchObject({
      stdout: `\u001E${mark}\nfirst line\nsecond line\n`,
      stderr: `\u001E${mark}\n\u001E${mark} 0\n`,
    });
  });
});
