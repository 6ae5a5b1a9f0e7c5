import { LineCounter, type Document, isMap, isNode, isPair, isScalar, parseDocument } from "yaml";
import type { Position, Problem } from "./position.ts";

/** A parsed YAML file that can tell where each of its parts stands. */
export interface PlacedYaml {
  readonly name: string;
  readonly data: unknown;
  /** Syntax errors, duplicate keys and aliases to nothing among them. */
  readonly problems: readonly Problem[];
  /** The place of the value at a path; of the nearest part around it when there is none. */
  readonly positionOf: (path: readonly PropertyKey[]) => Position;
  /** The place of a key of the map at a path, where {@link PlacedYaml.positionOf} gives its value's. */
  readonly positionOfKey: (path: readonly PropertyKey[], key: string) => Position;
}

/** Parses one file. Pure: the text comes from the caller. Never throws. */
export function parsePlacedYaml(name: string, text: string): PlacedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file: name, line, column: col };
  };
  const read = (): Pick<PlacedYaml, "data" | "problems"> => {
    try {
      return { data: document.toJS() as unknown, problems: [] };
    } catch (error) {
      // An alias to nothing, or one that would grow without end.
      const message = error instanceof Error ? error.message : String(error);
      return { data: undefined, problems: [{ position: at(0), message }] };
    }
  };
  const syntax = document.errors.map(({ message, pos }) => ({ position: at(pos[0]), message }));
  const { data, problems } = syntax.length > 0 ? { data: undefined, problems: syntax } : read();
  return {
    name,
    data,
    problems,
    positionOf: (path) => at(offsetOf(document, path)),
    positionOfKey: (path, key) => at(keyOffsetOf(document, path, key)),
  };
}

function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) {
      return node.range[0];
    }
  }
  return 0;
}

function keyOffsetOf(document: Document.Parsed, path: readonly PropertyKey[], key: string): number {
  const map = document.getIn(path, true);
  const pairs = isMap(map) ? map.items : [];
  const pair = pairs.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
  const offset = pair && isScalar(pair.key) ? pair.key.range?.[0] : undefined;
  return offset ?? offsetOf(document, path);
}
