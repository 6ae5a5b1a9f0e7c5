/**
 * Reads the parts of a list, at most `concurrency` at once, and gives them in their own order.
 * At a failure the parts not yet begun are left out.
 */
export async function* readInOrder<Part, Item>(
  parts: readonly Part[],
  concurrency: number,
  read: (part: Part) => Promise<readonly Item[]>,
): AsyncGenerator<Item> {
  const waiting = [...parts];
  const begun: Promise<readonly Item[]>[] = [];
  while (waiting.length + begun.length > 0) {
    for (const part of waiting.splice(0, concurrency - begun.length)) {
      const reading = read(part);
      // Whoever awaits it gets the failure; until then it is nobody's unhandled rejection.
      reading.catch(() => undefined);
      begun.push(reading);
    }
    yield* (await begun.shift()) ?? [];
  }
}
