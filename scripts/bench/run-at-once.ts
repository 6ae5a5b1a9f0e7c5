/**
 * Runs the tasks in their order, at most `limit` at once, and gives their results in that order.
 * Throws the first failure, once nothing is under way any more.
 */
export async function runAtOnce<T>(
  tasks: readonly (() => Promise<T>)[],
  limit: number,
): Promise<readonly T[]> {
  const results: T[] = [];
  const waiting = tasks.entries();
  const work = async (): Promise<void> => {
    for (const [index, task] of waiting) {
      results[index] = await task();
    }
  };
  const settled = await Promise.allSettled(Array.from({ length: limit }, work));
  const failed = settled.find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") throw failed.reason;
  return results;
}
