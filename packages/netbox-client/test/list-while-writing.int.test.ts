import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createNetBoxClient, type NetBoxClient } from "@multipass-netbox/netbox-client";
import { injectRealNetBox } from "@multipass-netbox/testkit/real-netbox";

let netbox: NetBoxClient;
beforeAll(() => {
  netbox = createNetBoxClient(injectRealNetBox());
});
afterAll(() => netbox[Symbol.asyncDispose]());

// What is promised: an object that is there from the first request to the last comes exactly once.
describe.each([1, 3])("a list read %i pages at a time while rows change", (concurrency) => {
  it("skips nothing and doubles nothing of what stays", async () => {
    const prefix = `writing-${concurrency}-`;
    const made = await makeTags(prefix, 60);
    const doomed = made.filter((_, index) => index % 3 === 0);
    const seen: number[] = [];
    const waiting = [...doomed];
    const options = { pageSize: 6, concurrency, fields: ["slug"] } as const;
    for await (const { id } of netbox.tags.iterate({ slug__isw: prefix }, options)) {
      seen.push(id);
      // Before and behind the reader something goes, and at the end something comes.
      if (seen.length % 5 === 0) {
        await netbox.tags.delete(waiting.splice(0, 2));
        await makeTags(`${prefix}late-${seen.length}-`, 1);
      }
    }
    const staying = made.filter((id) => !doomed.includes(id));

    expect(new Set(seen).size).toBe(seen.length);
    expect(staying.filter((id) => !seen.includes(id))).toEqual([]);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });
});

async function makeTags(prefix: string, count: number): Promise<readonly number[]> {
  const bodies = Array.from({ length: count }, (_, index) => ({
    name: `${prefix}${index}`,
    slug: `${prefix}${index}`,
  }));
  return (await netbox.tags.create(bodies)).objects.map(({ id }) => id);
}
