const isoParts = /^(?<whole>[^.Z+]+?)(?:\.(?<fraction>\d+))?(?<zone>Z|[+-]\d\d:\d\d)$/;

/**
 * The ETag that NetBox 4.6 and later give an object: the time of its last change in UTC, to the
 * microsecond (`W/"2026-11-24T22:10:22.055291+00:00"`). Takes the time as answers have it, in the
 * server's zone. Undefined for what is no such time.
 */
export function buildEtag(lastUpdated: string): string | undefined {
  const { whole, fraction, zone } = isoParts.exec(lastUpdated)?.groups ?? {};
  const time = Date.parse(`${whole}${zone}`);
  if (Number.isNaN(time)) {
    return undefined;
  }
  const seconds = new Date(time).toISOString().slice(0, 19);
  // Python leaves the fraction out when it is zero.
  const micros = Number(fraction ?? 0) === 0 ? "" : `.${(fraction ?? "").padEnd(6, "0")}`;
  return `W/"${seconds}${micros}+00:00"`;
}
