/** Limits of one bulk request. */
export interface ChunkLimits {
  readonly items: number;
  readonly sizeBytes: number;
}

/**
 * Larger chunks gain nothing past 50 objects (measured on 4.7.3). NetBox answers 500 to a
 * body over 2,621,440 bytes.
 */
export const defaultChunkLimits: ChunkLimits = { items: 50, sizeBytes: 2_500_000 };

/** Splits items into consecutive chunks whose bodies each fit into one request; keeps their order. */
export function splitChunks<T>(
  items: readonly T[],
  limits: ChunkLimits = defaultChunkLimits,
  bodyOf: (item: T) => unknown = (item) => item,
): readonly (readonly T[])[] {
  const chunks: T[][] = [];
  let sizeBytes = 0;
  for (const item of items) {
    // Each body with its comma or closing bracket; the opening bracket counts with the first.
    const bodyBytes = Buffer.byteLength(JSON.stringify(bodyOf(item))) + 1;
    const current = chunks.at(-1);
    if (current && current.length < limits.items && sizeBytes + bodyBytes <= limits.sizeBytes) {
      current.push(item);
      sizeBytes += bodyBytes;
    } else {
      chunks.push([item]);
      sizeBytes = bodyBytes + 1;
    }
  }
  return chunks;
}
