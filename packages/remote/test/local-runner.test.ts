import { hostname } from "node:os";
import { describe, expect, test } from "vitest";
import { hostSchema, openRunner } from "../src/index.ts";
import { checkRunner } from "./contract/check-runner.ts";

const host = hostSchema.parse({ ssh: "local" });

describe("a runner on this machine", () => {
  checkRunner(() => openRunner(host));
});

test("it is called by the machine's name and makes no connections", async () => {
  await using runner = await openRunner(host);
  await runner.run({ argv: ["true"] });
  expect(runner.target).toBe(`local ${hostname()}`);
  expect(runner.costs).toEqual({ connections: 0, roundTrips: 1 });
});
