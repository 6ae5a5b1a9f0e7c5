const units = ["B", "kB", "MB", "GB", "TB"];

/** `86 kB`, `1.4 GB`: powers of a thousand, as disks are sold. Pure. */
export function describeBytes(bytes: number): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  const value = bytes / 1000 ** power;
  return `${power === 0 || value >= 10 ? value.toFixed(0) : value.toFixed(1)} ${units[power]}`;
}
