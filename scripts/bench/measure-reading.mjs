/** Memory that is held, in MB: what is left after a collection. 0 without `--expose-gc`. */
let heldMb = 0;

/** Call it for every object. Under `--expose-gc` it collects now and then, and looks. */
export function look(count) {
  if (globalThis.gc === undefined || count % 10_000 !== 0) return;
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  heldMb = Math.max(heldMb, (heapUsed + external) / 1e6);
}

/** Prints what the reading cost this process: CPU time of the reading, peak memory of it all. */
export async function measureReading(read) {
  const before = process.cpuUsage();
  const objects = await read();
  const { user, system } = process.cpuUsage(before);
  // maxRSS is in kibibytes.
  const peakMb = (process.resourceUsage().maxRSS * 1024) / 1e6;
  const cost = { objects, cpuSeconds: (user + system) / 1e6, peakMb, heldMb };
  process.stdout.write(`${JSON.stringify(cost)}\n`);
}
