import { type Document, isScalar, type Node, visit, type YAMLMap } from "yaml";

/** Something wrong in a YAML document, at an offset of its text. */
export interface YamlFault {
  readonly offset: number;
  readonly message: string;
}

/** Keys that one map has twice: the first value would be lost. Pure. */
export function findDuplicateKeys(document: Document.Parsed): readonly YamlFault[] {
  const faults: YamlFault[] = [];
  visit(document, {
    Map: (_key, map) => {
      faults.push(...duplicatesOf(map));
    },
  });
  return faults;
}

/** Aliases to nothing, and aliases inside of what they repeat: they would never end. Pure. */
export function findBrokenAliases(document: Document.Parsed): readonly YamlFault[] {
  const anchors = new Map<string, Node>();
  const faults: YamlFault[] = [];
  visit(document, {
    Value: (_key, node) => {
      if (node.anchor !== undefined) {
        anchors.set(node.anchor, node);
      }
    },
    Alias: (_key, { source, range }, path) => {
      const target = anchors.get(source);
      const offset = range?.[0] ?? 0;
      if (target === undefined) {
        faults.push({ offset, message: `*${source}: no anchor &${source} stands before it` });
      } else if (path.includes(target)) {
        faults.push({ offset, message: `*${source} stands inside of what it repeats` });
      }
    },
  });
  return faults;
}

function duplicatesOf({ items }: YAMLMap): readonly YamlFault[] {
  const seen = new Set<string>();
  return items.flatMap(({ key }) => {
    if (!isScalar(key)) {
      return [];
    }
    const name = String(key.value);
    const isTwice = seen.has(name);
    seen.add(name);
    return isTwice
      ? [{ offset: key.range?.[0] ?? 0, message: `the key "${name}" is there twice` }]
      : [];
  });
}
