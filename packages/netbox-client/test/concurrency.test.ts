import * as fc from "fast-check";
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createNetBoxClient, type NetBoxClientOptions } from "../src/index.ts";
import { runLimited } from "../src/run-limited.ts";
import { token } from "./fake-netbox.ts";

describe("requests at once", () => {
  it.each([
    [{}, 4],
    [{ concurrency: 1 }, 1],
    [{ concurrency: 3 }, 3],
  ] as const)("with %j are never more than %i, and as many", async (options, limit) => {
    // Holds every answer until as many wait as there may be: with fewer it would wait for ever.
    await using netbox = await openBarrier(limit);
    await using client = createNetBoxClient({ ...netbox.options, ...options });
    await Promise.all(Array.from({ length: 3 * limit }, () => client.checkAuthentication()));

    expect(netbox.most()).toBe(limit);
  });
});

describe("runLimited", () => {
  it("begins everything once, in order, with at most so many under way", async () => {
    const items = fc.array(fc.integer(), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(
        items,
        fc.integer({ min: 1, max: 6 }),
        fc.scheduler(),
        async (all, limit, s) => {
          const begun: number[] = [];
          let underWay = 0;
          let most = 0;
          const running = runLimited(all, limit, async (item) => {
            begun.push(item);
            underWay += 1;
            most = Math.max(most, underWay);
            await s.schedule(Promise.resolve());
            underWay -= 1;
            return true;
          });
          await s.waitFor(running);

          expect(begun).toEqual(all);
          expect(most).toBe(Math.min(limit, all.length));
        },
      ),
    );
  });

  it("begins nothing more once something said no, and lets the others end", async () => {
    const ended: number[] = [];
    await runLimited([0, 1, 2, 3, 4], 2, async (item) => {
      await Promise.resolve();
      ended.push(item);
      return item !== 1;
    });

    expect(ended).toEqual([0, 1, 2]);
  });
});

describe("runLimited whose work throws", () => {
  it("begins nothing more, and throws only when the others have ended", async () => {
    const ended: number[] = [];
    const other = Promise.withResolvers<boolean>();
    const running = runLimited([0, 1, 2, 3], 2, async (item) => {
      if (item === 0) {
        throw new Error("first");
      }
      await other.promise;
      ended.push(item);
      throw new Error("second");
    });
    const state = running.then(
      () => "done",
      (error: Error) => error.message,
    );

    expect(await Promise.race([state, setImmediate("waiting")])).toBe("waiting");
    other.resolve(true);
    expect(await state).toBe("first");
    expect(ended).toEqual([1]);
  });
});

interface Barrier extends AsyncDisposable {
  readonly options: Pick<NetBoxClientOptions, "url" | "token">;
  readonly most: () => number;
}

async function openBarrier(limit: number): Promise<Barrier> {
  const held: ServerResponse[] = [];
  let most = 0;
  const server = createServer((_request, response) => {
    held.push(response);
    most = Math.max(most, held.length);
    if (held.length >= limit) {
      for (const one of held.splice(0)) {
        one.setHeader("content-type", "application/json");
        one.end(JSON.stringify({ id: 1, username: "admin" }));
      }
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    options: { url, token },
    most: () => most,
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
