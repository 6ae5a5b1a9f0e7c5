import { execFileSync } from "node:child_process";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentOf, renderDefault } from "./render-default.ts";

const { files } = renderDefault();

describe("every file", () => {
  it.each(files)("$path says where it comes from", ({ content }) => {
    expect(content.split("\n").slice(0, 2).join("\n")).toMatch(
      /^(#!\/bin\/sh\n)?# Written by `multipass-netbox render`\. Change multipass-netbox\.yaml/,
    );
    expect(content.endsWith("\n")).toBe(true);
  });

  it.each(files.filter(({ path }) => path.endsWith(".sh")))("$path is shell", ({ content }) => {
    expect(execFileSync("sh", ["-n"], { input: content, encoding: "utf8" })).toBe("");
  });

  it.each(files.filter(({ path }) => path.endsWith(".py")))("$path is Python", ({ content }) => {
    const parse = "import ast, sys; print(type(ast.parse(sys.stdin.read())).__name__)";
    const options = { input: content, encoding: "utf8" } as const;
    expect(execFileSync("python3", ["-c", parse], options)).toBe("Module\n");
  });
});

describe("environment files", () => {
  it("hold nothing that Compose, a shell or Python would read as something else", () => {
    const segment = fc.stringMatching(/^[A-Za-z0-9_~-][A-Za-z0-9_.~-]{0,9}$/);
    fc.assert(
      fc.property(fc.array(segment), fc.integer({ min: 1, max: 2 }), (segments, workers) => {
        const basePath = segments.map((one) => `${one}/`).join("");
        const stack = renderDefault({ stack: { basePath, workers } });
        for (const path of ["env/netbox.env", "env/postgres-netbox.env"]) {
          const [, ...lines] = contentOf(stack, path).trimEnd().split("\n");
          expect(lines.filter((line) => !/^[A-Z_]+=[\w./~-]+$/.test(line))).toEqual([]);
        }
      }),
    );
  });
});
