import { median } from "./median.ts";

/** What a figure is held to. */
export interface Target {
  /** `value` is the median itself, `ratio` the median in terms of the section's first figure. */
  readonly of: "value" | "ratio";
  readonly bound: "at least" | "at most" | "below";
  readonly limit: number;
}

/** One line of a table: what was measured, once per round. */
export interface Figure {
  readonly name: string;
  readonly unit: "s" | "ms" | "MB" | "requests";
  readonly samples: readonly number[];
  /** How many objects one sample was about, where that says something. */
  readonly objects?: number | undefined;
  readonly targets?: readonly Target[] | undefined;
}

/** Figures that belong together; ratios are to the first one. */
export interface Section {
  readonly title: string;
  /** What the figures don't say. */
  readonly note?: string | undefined;
  readonly figures: readonly Figure[];
}

/** What is said of a figure: pure, from its samples and the first figure of its section. */
export interface Verdict {
  readonly value: number;
  readonly ratio: number | undefined;
  /** Undefined where there is no target. */
  readonly isMet: boolean | undefined;
}

/** Judges one figure of a section. A figure in another unit than the first has no ratio. */
export function judgeFigure(figure: Figure, { figures }: Section): Verdict {
  const value = median(figure.samples);
  const [first] = figures;
  const ratio = first?.unit === figure.unit ? value / median(first.samples) : undefined;
  const isMet = figure.targets?.every((target) =>
    holds(target, target.of === "value" ? value : (ratio ?? Number.NaN)),
  );
  return { value, ratio, isMet };
}

function holds({ bound, limit }: Target, measured: number): boolean {
  const isHeld = {
    "at least": measured >= limit,
    "at most": measured <= limit,
    below: measured < limit,
  };
  return isHeld[bound];
}
