/**
 * Runs the work for each item in order, at most `limit` at once, until one of them gives false.
 * Those under way then end by themselves. Throws what the work throws.
 */
export async function runLimited<Item>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<boolean>,
): Promise<void> {
  const waiting = [...items];
  const runNext = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      if (!(await work(item))) {
        waiting.length = 0;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, runNext));
}
