interface Step<Node> {
  readonly node: Node;
  readonly rest: Node[];
}

/**
 * Cycles of a graph, each from its first node to its last: at least one wherever there are any.
 * Follows each edge once, in the order given, however deep the graph is. Pure.
 */
export function findCycles<Node>(
  nodes: readonly Node[],
  next: (node: Node) => readonly Node[],
): readonly (readonly Node[])[] {
  const seen = new Set<Node>();
  return nodes.flatMap((node) => (seen.has(node) ? [] : walkFrom(node, next, seen)));
}

function walkFrom<Node>(
  start: Node,
  next: (node: Node) => readonly Node[],
  seen: Set<Node>,
): readonly (readonly Node[])[] {
  const cycles: (readonly Node[])[] = [];
  const trail: Step<Node>[] = [];
  const depths = new Map<Node, number>();
  const enter = (node: Node): void => {
    seen.add(node);
    depths.set(node, trail.length);
    trail.push({ node, rest: next(node).toReversed() });
  };
  enter(start);
  for (let step = trail.at(-1); step !== undefined; step = trail.at(-1)) {
    const following = step.rest.pop();
    if (following === undefined) {
      depths.delete(step.node);
      trail.pop();
      continue;
    }
    const depth = depths.get(following);
    if (depth !== undefined) {
      cycles.push(trail.slice(depth).map(({ node }) => node));
    } else if (!seen.has(following)) {
      enter(following);
    }
  }
  return cycles;
}
