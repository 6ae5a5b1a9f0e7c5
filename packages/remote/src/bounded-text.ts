/** Text that grows at its end and is cut at its beginning when it gets too long. */
export interface BoundedText {
  add(text: string): void;
  /** Whether something was dropped. */
  readonly isCut: boolean;
  toString(): string;
}

/** Keeps at least the last `limit` characters and at most about twice as many. */
export function createBoundedText(limit: number): BoundedText {
  let older = "";
  let newer = "";
  let isCut = false;
  return {
    add: (text) => {
      newer += text;
      if (newer.length >= limit) {
        isCut ||= older !== "";
        older = newer;
        newer = "";
      }
    },
    get isCut() {
      return isCut;
    },
    toString: () => older + newer,
  };
}
