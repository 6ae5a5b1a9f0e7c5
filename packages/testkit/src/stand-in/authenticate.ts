import { errorTexts } from "./error-texts.ts";
import { Refusal } from "./refusal.ts";

/** Lets the one token in and refuses all else as NetBox does: always 403. */
export function authenticate(header: string | undefined, token: string): void {
  const [, value] = /^(?:Bearer|Token) (.+)$/.exec(header ?? "") ?? [];
  if (value !== token) {
    throw new Refusal(403, { detail: describe(value) });
  }
}

function describe(value: string | undefined): unknown {
  if (value === undefined) {
    return errorTexts.noCredentials;
  }
  if (!value.startsWith("nbt_")) {
    return "Invalid v1 token";
  }
  return value.includes(".") ? "Invalid v2 token" : errorTexts.noDot;
}
