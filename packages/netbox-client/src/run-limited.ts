/**
 * Runs the work for each item in order, at most `limit` at once, until one of them gives false or
 * throws. Those under way then end by themselves, and only after the last of them does it throw
 * what was thrown first.
 */
export async function runLimited<Item>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<boolean>,
): Promise<void> {
  const waiting = [...items];
  const errors: unknown[] = [];
  const goesOn = async (item: Item): Promise<boolean> => {
    try {
      return await work(item);
    } catch (error) {
      errors.push(error);
      return false;
    }
  };
  const runNext = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      if (!(await goesOn(item))) {
        waiting.length = 0;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, runNext));
  if (errors.length > 0) {
    throw errors[0];
  }
}
