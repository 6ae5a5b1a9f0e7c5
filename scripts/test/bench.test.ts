import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSeed } from "@multipass-netbox/seeder";
import { describe, expect, it } from "vitest";
import { type Figure, judgeFigure } from "../bench/figure.ts";
import { generateSeed, sampleKeys } from "../bench/generate-seed.ts";
import { median } from "../bench/median.ts";
import { renderSection } from "../bench/render-section.ts";
import { replaceMarked } from "../bench/replace-marked.ts";
import { type Contestant, runRounds } from "../bench/run-rounds.ts";

const base: Figure = { name: "base", unit: "s", samples: [3, 1, 2], objects: 10 };

function judge(figure: Partial<Figure>): boolean | undefined {
  const judged = { ...base, ...figure };
  return judgeFigure(judged, { title: "", figures: [base, judged] }).isMet;
}

/** Its runs take as long as there have been runs. */
function contestant(name: string, order: string[], objects = 1): Contestant {
  return { name, run: async () => ({ seconds: order.push(name), objects }) };
}

describe("median", () => {
  it.each([
    [[7], 7],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 2.5],
  ])("of %j is %d", (values, expected) => {
    expect(median(values)).toBe(expected);
  });
});

describe("judgeFigure", () => {
  it("holds the ratio to the first figure", () => {
    const targets = [{ of: "ratio", bound: "at least", limit: 4 }] as const;
    expect(judge({ samples: [8], targets })).toBe(true);
    expect(judge({ samples: [7.9], targets })).toBe(false);
  });

  it("holds the value itself, and all targets together", () => {
    const below = { of: "value", bound: "below", limit: 120 } as const;
    const flat = { of: "ratio", bound: "at most", limit: 50 } as const;
    expect(judge({ samples: [100], targets: [below, flat] })).toBe(true);
    expect(judge({ samples: [101], targets: [below, flat] })).toBe(false);
    expect(judge({ samples: [120], targets: [below] })).toBe(false);
  });

  it("knows no ratio between different units, and meets none", () => {
    const targets = [{ of: "ratio", bound: "at least", limit: 0 }] as const;
    expect(judge({ unit: "MB", targets })).toBe(false);
  });
});

describe("renderSection", () => {
  it("aligns the columns and leaves out the empty ones", () => {
    const target = { of: "ratio", bound: "at least", limit: 2 } as const;
    const slow: Figure = { name: "slower", unit: "s", samples: [3], targets: [target] };
    const text = renderSection({ title: "Work", figures: [{ ...base, objects: undefined }, slow] });
    expect(text.split("\n")).toEqual([
      "### Work",
      "",
      "| what   | median | lowest to highest | ratio |           target |    met |",
      "| ------ | -----: | ----------------: | ----: | ---------------: | -----: |",
      "| base   |    2 s |            1 to 3 |     1 |                  |        |",
      "| slower |    3 s |                   |   1.5 | ratio at least 2 | **no** |",
    ]);
  });
});

describe("runRounds", () => {
  it("takes turns, and begins each round with another one", async () => {
    const order: string[] = [];
    const contestants = ["a", "b", "c"].map((name) => contestant(name, order));
    const figures = await runRounds(contestants, { rounds: 3, objects: 1 });
    expect(order.join("")).toBe("abcbcacab");
    expect(figures.map(({ samples }) => samples)).toEqual([
      [1, 6, 8],
      [2, 4, 9],
      [3, 5, 7],
    ]);
  });

  it("refuses a run that has lost objects", async () => {
    const lossy = [contestant("a", [], 299)];
    await expect(runRounds(lossy, { rounds: 1, objects: 300 })).rejects.toThrow(
      "a: 299 objects instead of 300",
    );
  });
});

describe("replaceMarked", () => {
  it("replaces what stands between the marks, again and again", () => {
    const text = "a\n<!-- bench x -->\nold\n<!-- /bench x -->\nb";
    const once = replaceMarked(text, "x", "new");
    expect(once).toBe("a\n<!-- bench x -->\n\nnew\n\n<!-- /bench x -->\nb");
    expect(replaceMarked(once, "x", "new")).toBe(once);
  });

  it("refuses a text without them", () => {
    expect(() => replaceMarked("", "x", "new")).toThrow("no mark <!-- bench x -->");
  });

  it.each(["create", "list", "own-cost", "seed", "startup"])("finds %s in the page", (name) => {
    const page = readFileSync(join(import.meta.dirname, "../../docs/performance.md"), "utf8");
    expect(replaceMarked(page, name, "measured")).toContain("measured");
  });
});

describe("the generated seed", () => {
  const seed = generateSeed();

  it("is a good seed of 2,000 objects", () => {
    const { objects } = buildSeed([{ name: "generated", text: JSON.stringify(seed) }]);
    expect(objects.filter(({ positionOf }) => positionOf)).toHaveLength(2000);
  });

  it("has keys for pynetbox, of every tenth object and of every kind that is not rare", () => {
    const keys = sampleKeys(seed, 10);
    expect(keys).toHaveLength(200);
    expect(keys.every(({ endpoint }) => endpoint !== "")).toBe(true);
    expect(keys).toContainEqual({
      endpoint: "dcim.interfaces",
      filters: { device: "device-0", name: "eth0" },
    });
  });
});
