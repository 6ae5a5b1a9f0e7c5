/** Anything that JSON can hold, read-only. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/** Field names to values, as an operation carries them. */
export type Fields = Readonly<Record<string, Json>>;
