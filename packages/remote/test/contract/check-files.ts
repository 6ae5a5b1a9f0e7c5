import { describe, expect, it } from "vitest";
import { catchError } from "../catch-error.ts";
import type { RunnerContext } from "./runner-context.ts";

/** `placeFiles` and `rewriteFile`. */
export function checkFiles(context: RunnerContext): void {
  describe("placeFiles", () => {
    it("puts files in their places, whatever they are called and hold", async () => {
      const names = [
        "plain",
        'it\'s "odd" $HOME',
        "two\nlines",
        "-rf",
        "Ü🎉",
        "*",
        "x".repeat(255),
      ];
      const content = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
      const before = context.runner.costs.roundTrips;
      await context.runner.placeFiles([
        ...names.map((name) => ({ path: `${context.folder}/${name}`, content, mode: 0o640 })),
        { path: `${context.folder}/empty`, content: "", mode: 0o600 },
      ]);
      expect(context.runner.costs.roundTrips).toBe(before + 1);
      for (const name of names) {
        const file = `${context.folder}/${name}`;
        expect(await context.read(`stat -c '%a %s' -- "$1"`, file)).toBe("640 70000\n");
        expect(await context.read(`base64 -w 0 -- "$1"`, file)).toBe(
          Buffer.from(content).toString("base64"),
        );
      }
      expect(
        await context.read(
          `stat -c '%a %s' "$1/empty"; ls -A "$1" | grep -c multipass || true`,
          context.folder,
        ),
      ).toBe("600 0\n0\n");
    });

    it("makes a new inode, and takes the place of a link, not of what it points to", async () => {
      await context.read(
        `cd "$1"; echo old > target; ln -s target link; echo old > file; ln file twin`,
        context.folder,
      );
      await context.runner.placeFiles(
        ["link", "file"].map((name) => ({
          path: `${context.folder}/${name}`,
          content: "new",
          mode: 0o644,
        })),
      );
      const script = `cd "$1"; cat target twin link file; [ -L link ] || echo no link`;
      expect(await context.read(script, context.folder)).toBe("old\nold\nnewnewno link\n");
    });

    it("leaves everything as it was when one of them can't be written", async () => {
      await context.read(`echo old > "$1/kept"`, context.folder);
      const files = ["kept", "missing/file"].map((name) => ({
        path: `${context.folder}/${name}`,
        content: "new",
        mode: 0o644,
      }));
      const error = await catchError(context.runner.placeFiles(files));
      expect(error.code).toBe("REMOTE_COMMAND_FAILED");
      expect(error.message).toContain("missing");
      expect(
        await context.read(`cat "$1/kept"; ls -A "$1" | grep multipass || true`, context.folder),
      ).toBe("old\n");
    });

    it("does not put a file into a folder of that name", async () => {
      await context.read(`mkdir -p "$1/folder/sub"`, context.folder);
      const file = { path: `${context.folder}/folder/sub`, content: "x", mode: 0o644 };
      expect((await catchError(context.runner.placeFiles([file]))).code).toBe(
        "REMOTE_COMMAND_FAILED",
      );
      expect(await context.read(`find "$1/folder" -mindepth 1`, context.folder)).toBe(
        `${context.folder}/folder/sub\n`,
      );
    });

    it.each(["relative", "", "/ends/", "/nul\0"])("refuses the path %j", async (path) => {
      const file = { path, content: "x", mode: 0o644 };
      expect((await catchError(context.runner.placeFiles([file]))).code).toBe("INTERNAL");
    });

    it("makes no round trip for nothing", async () => {
      const before = context.runner.costs.roundTrips;
      await context.runner.placeFiles([]);
      expect(context.runner.costs.roundTrips).toBe(before);
    });
  });

  describe("rewriteFile", () => {
    it("writes over a file, whose inode, mode and links stay", async () => {
      const path = `${context.folder}/it's mounted`;
      const look = `stat -c '%i %a %h' "$1"`;
      await context.read(
        `echo a longer old content > "$1"; chmod 604 "$1"; ln "$1" "$1.twin"`,
        path,
      );
      const before = await context.read(look, path);
      await context.runner.rewriteFile({ path, content: new Uint8Array([0, 255, 10]) });
      expect(await context.read(look, path)).toBe(before);
      expect(await context.read(`od -An -tx1 "$1"`, path)).toBe(" 00 ff 0a\n");
      expect(await context.read(`ls -A "$1" | grep -c '^.multipass' || true`, context.folder)).toBe(
        "0\n",
      );
    });

    it("makes no file that was not there", async () => {
      const path = `${context.folder}/absent`;
      const error = await catchError(context.runner.rewriteFile({ path, content: "x" }));
      expect(error.code).toBe("REMOTE_COMMAND_FAILED");
      expect(error.message).toContain("is not there");
      expect(
        await context.read(`ls -A "$1" | grep -E 'absent|^.multipass' || true`, context.folder),
      ).toBe("");
    });
  });
}
