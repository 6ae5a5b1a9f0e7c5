// Reads every address of a NetBox with the built client: node iterate-with-client.mjs MODULE URL.
// Plain JavaScript, so that no part of its memory is Node's TypeScript loader.
import { look, measureReading } from "./measure-reading.mjs";

const [module, url] = process.argv.slice(2);
const { createNetBoxClient } = await import(module);
await using client = createNetBoxClient({ url, token: "0".repeat(40) });
await measureReading(async () => {
  let count = 0;
  for await (const { id } of client.ipAddresses.iterate()) {
    count += Number(id > 0);
    look(count);
  }
  return count;
});
