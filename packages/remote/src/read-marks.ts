import { createBoundedText } from "./bounded-text.ts";
import { markSign } from "./wrap-command.ts";

/** Which part of an output is the command's own. */
export interface MarkReader {
  add(text: string): void;
  /** The output has ended: what looked like the beginning of a mark was none. */
  end(): void;
  readonly began: boolean;
  readonly exitCode: number | undefined;
  /** What was written before the command began or after it ended: not the command's. */
  readonly said: string;
}

const maxSaid = 65_536;
// A space, three digits of an exit code and the line's end.
const tailLength = 5;

/** Calls `onText` with what the command wrote, as it comes. */
export function readMarks(mark: string, onText: (text: string) => void): MarkReader {
  const split = splitAtMarks(mark);
  const said = createBoundedText(maxSaid);
  let began = false;
  let exitCode: number | undefined;
  const give = (text: string): void => {
    if (began && exitCode === undefined) {
      onText(text);
    } else {
      said.add(text);
    }
  };
  return {
    add: (text) => {
      const { before, open } = split.add(text);
      for (const part of before) {
        give(part.text);
        began = true;
        exitCode ??= part.exitCode;
      }
      give(open);
    },
    end: () => give(split.end()),
    get began() {
      return began;
    },
    get exitCode() {
      return exitCode;
    },
    get said() {
      return said.toString();
    },
  };
}

interface MarkedText {
  readonly text: string;
  /** In the mark behind the text. */
  readonly exitCode: number | undefined;
}

function splitAtMarks(mark: string) {
  const sign = markSign + mark;
  const pattern = new RegExp(`${sign}(?: (\\d+))?\\n`);
  let rest = "";
  return {
    add: (text: string) => {
      rest += text;
      const before: MarkedText[] = [];
      for (let match = pattern.exec(rest); match !== null; match = pattern.exec(rest)) {
        const exitCode = match[1] === undefined ? undefined : Number(match[1]);
        before.push({ text: rest.slice(0, match.index), exitCode });
        rest = rest.slice(match.index + match[0].length);
      }
      const at = rest.lastIndexOf(markSign);
      const isPart = at >= 0 && rest.length - at < sign.length + tailLength;
      const open = isPart ? rest.slice(0, at) : rest;
      rest = rest.slice(open.length);
      return { before, open };
    },
    end: (): string => rest,
  };
}
