import { describe, expect, it } from "vitest";
import { readMarks } from "../src/read-marks.ts";

const mark = "0123456789abcdef";
const begin = `\u001E${mark}\n`;
const end = (exitCode: number): string => `\u001E${mark} ${exitCode}\n`;

function read(pieces: readonly string[]) {
  let text = "";
  const marks = readMarks(mark, (more) => {
    text += more;
  });
  pieces.forEach((piece) => marks.add(piece));
  marks.end();
  const { began, exitCode, said } = marks;
  return { text, began, exitCode, said };
}

describe("what is the command's in an output", () => {
  it.each([1, 2, 3, 7, 19, 1000])("is found in pieces of %d characters", (size) => {
    const output = `motd\n${begin}one\n\u001Etwo\u001E${mark}x${end(255)}bye\n`;
    const pieces = output.match(new RegExp(`[^]{1,${size}}`, "g")) ?? [];
    expect(read(pieces)).toEqual({
      text: `one\n\u001Etwo\u001E${mark}x`,
      began: true,
      exitCode: 255,
      said: "motd\nbye\n",
    });
  });

  it("is nothing before the command begins", () => {
    expect(read(["Permission denied\n"])).toEqual({
      text: "",
      began: false,
      exitCode: undefined,
      said: "Permission denied\n",
    });
  });

  it("is everything to its end when that is cut off", () => {
    expect(read([begin, "half a line", `\u001E${mark} 12`])).toEqual({
      text: `half a line\u001E${mark} 12`,
      began: true,
      exitCode: undefined,
      said: "",
    });
  });

  it("comes as it is written, without waiting for a line's end", () => {
    const seen: string[] = [];
    const marks = readMarks(mark, (text) => seen.push(text));
    marks.add(`${begin}50 %`);
    expect(seen.join("")).toBe("50 %");
  });

  it("does not end at another command's mark", () => {
    const other = `\u001Efedcba9876543210 0\n`;
    expect(read([begin, other, end(3)])).toMatchObject({ text: other, exitCode: 3 });
  });
});
