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

/** Splits bodies into consecutive chunks that each fit into one request; keeps their order. */
export function splitChunks<T>(
  bodies: readonly T[],
  limits: ChunkLimits = defaultChunkLimits,
): readonly (readonly T[])[] {
  const chunks: T[][] = [];
  let sizeBytes = 0;
  for (const body of bodies) {
    // Each body with its comma or closing bracket; the opening bracket counts with the first.
    const bodyBytes = Buffer.byteLength(JSON.stringify(body)) + 1;
    const current = chunks.at(-1);
    if (current && current.length < limits.items && sizeBytes + bodyBytes <= limits.sizeBytes) {
      current.push(body);
      sizeBytes += bodyBytes;
    } else {
      chunks.push([body]);
      sizeBytes = bodyBytes + 1;
    }
  }
  return chunks;
}
