import type { Draft, Fault } from "./draft.ts";

const telling = /authorization|cookie|key|pass|secret|signature|token/i;
const reason = "looks as if it holds a secret";

/** A webhook whose address or headers seem to carry a secret in clear. Pure. */
export function findCredential({ kind, entry }: Draft): Fault | undefined {
  if (kind.name !== "webhook") {
    return undefined;
  }
  const { payload_url: url, additional_headers: headers } = entry;
  if (hasTellingAddress(String(url))) {
    return { path: ["payload_url"], reason };
  }
  return typeof headers === "string" && hasTellingHeader(headers)
    ? { path: ["additional_headers"], reason }
    : undefined;
}

function hasTellingAddress(text: string): boolean {
  const url = URL.parse(text);
  return (
    url !== null &&
    (url.username + url.password !== "" || [...url.searchParams.keys()].some(isTelling))
  );
}

function hasTellingHeader(headers: string): boolean {
  return headers.split("\n").some((line) => isTelling(line.split(":", 1)[0] ?? ""));
}

function isTelling(name: string): boolean {
  return telling.test(name);
}
