// 200 ids fit into a request line.
const idsPerRequest = 200;

/** Ids in parts of which each fits into one request. Pure. */
export function splitIds(ids: readonly number[]): readonly (readonly number[])[] {
  return Array.from({ length: Math.ceil(ids.length / idsPerRequest) }, (_, index) =>
    ids.slice(index * idsPerRequest, (index + 1) * idsPerRequest),
  );
}
