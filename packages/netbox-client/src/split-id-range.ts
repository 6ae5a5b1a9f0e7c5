/** Ids above `after`, up to and including `upTo`; without it, to the end. */
export interface IdRange {
  readonly after: number;
  readonly upTo?: number | undefined;
}

/**
 * Cuts a range of ids into about as many ranges of equal width. The last one is open, for what
 * is made meanwhile. Pure.
 */
export function splitIdRange(
  { after, upTo }: { readonly after: number; readonly upTo: number },
  count: number,
): readonly IdRange[] {
  const width = Math.max(1, Math.ceil((upTo - after) / Math.max(1, count)));
  const starts = Array.from(
    { length: Math.max(1, Math.ceil((upTo - after) / width)) },
    (_, index) => after + index * width,
  );
  return starts.map((start, index) =>
    index === starts.length - 1 ? { after: start } : { after: start, upTo: start + width },
  );
}
