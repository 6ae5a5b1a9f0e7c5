const zone = new Intl.DateTimeFormat("en", {
  timeZone: "Europe/Paris",
  timeZoneName: "longOffset",
});
const hourMs = 3_600_000;
const offsets = new Map<number, string>();

/** A time as NetBox answers it, in the time zone of the server: `2026-11-23T10:05:40.104051+01:00`. */
export function localTime(utc: string): string {
  const timeMs = Date.parse(utc);
  const offset = offsetAt(timeMs);
  const [hours, minutes] = offset.split(":").map(Number);
  const local = new Date(timeMs + (Number(hours) * 60 + Number(minutes)) * 60_000).toISOString();
  const [, fraction = ""] = /(\.\d+)Z$/.exec(utc) ?? [];
  return `${local.slice(0, 19)}${fraction}${offset}`;
}

// Asking Intl takes longer than everything else about a row, and an hour has one answer.
function offsetAt(timeMs: number): string {
  const hour = Math.floor(timeMs / hourMs);
  const known = offsets.get(hour);
  if (known !== undefined) {
    return known;
  }
  const name = zone.formatToParts(timeMs).find(({ type }) => type === "timeZoneName");
  const offset = String(name?.value).replace("GMT", "");
  offsets.set(hour, offset);
  return offset;
}
