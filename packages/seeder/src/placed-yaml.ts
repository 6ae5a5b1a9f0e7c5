import { LineCounter, type Document, isMap, isNode, isPair, isScalar, parseDocument } from "yaml";
import { findBrokenAliases, findDuplicateKeys, type YamlFault } from "./find-yaml-faults.ts";
import type { Position, Problem } from "./position.ts";

/** A parsed YAML file that can tell where each of its parts stands. */
export interface PlacedYaml {
  readonly name: string;
  /** Undefined where a problem hides what the file holds; null for an empty file. */
  readonly data: unknown;
  /** Syntax errors, duplicate keys, unknown tags, aliases to nothing or to themselves. */
  readonly problems: readonly Problem[];
  /** The place of the value at a path; of the nearest part around it when there is none. */
  readonly positionOf: (path: readonly PropertyKey[]) => Position;
  /** The place of a key of the map at a path, where {@link PlacedYaml.positionOf} gives its value's. */
  readonly positionOfKey: (path: readonly PropertyKey[], key: string) => Position;
}

/** Parses one file. Pure: the text comes from the caller. Never throws. */
export function parsePlacedYaml(name: string, text: string): PlacedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ""), {
    lineCounter: lines,
    logLevel: "error",
    prettyErrors: false,
    // Found by findDuplicateKeys: the parser takes 1 and "1" for two keys, and JavaScript does not.
    uniqueKeys: false,
  });
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file: name, line, column: col };
  };
  const { data, faults } = readDocument(document);
  return {
    name,
    data,
    problems: faults.map(({ offset, message }) => ({ position: at(offset), message })),
    positionOf: (path) => at(offsetOf(document, path)),
    positionOfKey: (path, key) => at(keyOffsetOf(document, path, key)),
  };
}

interface ReadDocument {
  readonly data: unknown;
  readonly faults: readonly YamlFault[];
}

function readDocument(document: Document.Parsed): ReadDocument {
  const syntax = document.errors.map(({ code, message, pos }) => ({
    offset: pos[0],
    message: sentences[code] ?? message,
  }));
  const hiding = syntax.length > 0 ? syntax : findBrokenAliases(document);
  if (hiding.length > 0) {
    return { data: undefined, faults: hiding };
  }
  const tags = document.warnings.map(({ message, pos }) => ({ offset: pos[0], message }));
  try {
    const data: unknown = document.toJS();
    return { data, faults: [...tags, ...findDuplicateKeys(document)] };
  } catch (error) {
    // An alias that would grow without end.
    const message = error instanceof Error ? error.message : String(error);
    return { data: undefined, faults: [{ offset: 0, message }] };
  }
}

const sentences: Readonly<Record<string, string>> = {
  MULTIPLE_DOCS: "a second document begins here: put it into a file of its own",
  TAB_AS_INDENT: "a tab can't indent: use spaces",
};

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
  const pair = pairs.find(
    (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key,
  );
  const offset = pair && isScalar(pair.key) ? pair.key.range?.[0] : undefined;
  return offset ?? offsetOf(document, path);
}
