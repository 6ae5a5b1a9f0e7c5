const units = { m: 2 ** 20, g: 2 ** 30 } as const;

/** `800m`, `1.5g` in bytes, with Docker's units; `undefined` for anything else. Pure. */
export function parseMemory(text: string): number | undefined {
  const found = /^(?<amount>\d+(\.\d+)?)(?<unit>[mg])$/.exec(text)?.groups;
  return found === undefined
    ? undefined
    : Math.round(Number(found["amount"]) * units[found["unit"] as keyof typeof units]);
}
