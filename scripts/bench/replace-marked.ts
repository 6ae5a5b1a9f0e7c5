/**
 * Replaces what stands between `<!-- bench NAME -->` and `<!-- /bench NAME -->`. Pure; throws
 * where the text has no such marks.
 */
export function replaceMarked(text: string, name: string, content: string): string {
  const [begin, end] = [`<!-- bench ${name} -->`, `<!-- /bench ${name} -->`];
  const [before, rest] = splitOnce(text, begin);
  const [, after] = splitOnce(rest, end);
  return `${before}${begin}\n\n${content}\n\n${end}${after}`;
}

function splitOnce(text: string, mark: string): readonly [string, string] {
  const index = text.indexOf(mark);
  if (index === -1) throw new Error(`no mark ${mark}`);
  return [text.slice(0, index), text.slice(index + mark.length)];
}
