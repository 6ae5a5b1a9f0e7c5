import { expect, test } from "vitest";
import { createSlots } from "../src/slots.ts";

test("no more than the count are taken at once, and the first who waits is the first served", async () => {
  const slots = createSlots(2);
  const order: string[] = [];
  const take = async (name: string): Promise<Disposable> => {
    const slot = await slots.take();
    order.push(name);
    return slot;
  };
  const [first, second] = await Promise.all([take("a"), take("b")]);
  const third = take("c");
  const fourth = take("d");
  await Promise.resolve();
  expect(order).toEqual(["a", "b"]);

  second[Symbol.dispose]();
  await third;
  expect(order).toEqual(["a", "b", "c"]);
  // A second time gives nothing back.
  second[Symbol.dispose]();
  await Promise.resolve();
  expect(order).toEqual(["a", "b", "c"]);
  first[Symbol.dispose]();
  await fourth;
  expect(order).toEqual(["a", "b", "c", "d"]);
});

test("an abort ends the waiting and takes no place", async () => {
  const slots = createSlots(1);
  const taken = await slots.take();
  const stop = new AbortController();
  const waiting = slots.take(stop.signal);
  const next = slots.take();
  stop.abort(new Error("stop"));
  await expect(waiting).rejects.toThrow("stop");
  taken[Symbol.dispose]();
  await expect(next).resolves.toBeDefined();
});

test("an aborted signal takes no place", async () => {
  const slots = createSlots(1);
  await expect(slots.take(AbortSignal.abort(new Error("stop")))).rejects.toThrow("stop");
  await expect(slots.take()).resolves.toBeDefined();
});
