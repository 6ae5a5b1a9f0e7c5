import { execa } from "execa";
import { expect, test } from "vitest";
import { quoteWords } from "../src/quote-words.ts";

const words = [
  "",
  " ",
  "it's",
  "''",
  "'\\''",
  '"$HOME" `id` $(id) !! ~ * ? # & ; | < > ( ) { } [ ]',
  "back\\slash\\",
  "new\nline\n",
  "tab\tand\rreturn",
  "-n",
  "Ü 漢字 🎉",
  "a=b",
];

test.each(["sh", "bash"])("%s reads the words back as they are", async (shell) => {
  const script = `for word do printf '%s\\0' "$word"; done`;
  const { stdout } = await execa(shell, [
    "-c",
    `exec sh -c ${quoteWords([script, "sh", ...words])}`,
  ]);
  expect(stdout.split("\0").slice(0, -1)).toEqual(words);
});
