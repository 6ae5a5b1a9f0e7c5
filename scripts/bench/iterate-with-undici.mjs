// Reads every address of a NetBox with undici and JSON.parse: node iterate-with-undici.mjs URL
import { Pool } from "undici";
import { look, measureReading } from "./measure-reading.mjs";

const { origin, pathname } = new URL(process.argv[2]);
const pool = new Pool(origin);
await measureReading(async () => {
  let count = 0;
  for (let start = 1; ; start += 1000) {
    const path = `${pathname}/api/ipam/ip-addresses/?start=${start}&limit=1000`;
    const { body } = await pool.request({ path, method: "GET" });
    const { results, next } = JSON.parse(await body.text());
    for (const { id } of results) {
      count += Number(id > 0);
      look(count);
    }
    if (next === null) return count;
  }
});
await pool.close();
