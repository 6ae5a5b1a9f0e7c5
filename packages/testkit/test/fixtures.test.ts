import { describe, expect, it } from "vitest";
import { listExchangeNames, loadExchange } from "../src/index.ts";

describe.each(["4.5.2", "4.7.3"] as const)("the recordings of %s", (version) => {
  const exchanges = listExchangeNames(version).map((name) => loadExchange(version, name));

  it("are of that version, wherever the answer tells it", () => {
    const told = exchanges.flatMap(({ response: { headers } }) => [
      headers["api-version"] ?? headers["API-Version"] ?? [],
    ]);

    expect(new Set(told.flat())).toEqual(new Set([version.slice(0, 3)]));
  });

  it("hold no token", () => {
    const text = JSON.stringify(exchanges);

    expect(text).not.toMatch(/nbt_[A-Za-z0-9]{12}\./);
    expect(text).not.toMatch(/"Authorization":"(?!(Bearer |Token )?<redacted>")/);
  });
});
