import type { Exchange, NetBoxStandIn } from "../src/index.ts";

/** An answer as far as a stand-in can be held to it. */
export interface ComparedAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** What a recording does not hold because it was a secret. */
interface Credentials {
  readonly authorization: string | undefined;
}

/**
 * Sends a recorded request to a stand-in, in the language in which it was recorded, with the
 * right token unless others are given.
 */
export async function replay(
  { request }: Exchange,
  { url, token }: Pick<NetBoxStandIn, "url" | "token">,
  { authorization }: Credentials = { authorization: `Bearer ${token}` },
): Promise<ComparedAnswer> {
  const language = request.headers["Accept-Language"];
  const forwarded = Object.entries(request.headers).filter(([name]) => /^X-/i.test(name));
  const answer = await fetch(new URL(request.path, url), {
    method: request.method,
    headers: {
      ...Object.fromEntries(forwarded),
      ...(authorization === undefined ? {} : { authorization }),
      // fetch would add one of its own; an empty one counts as none.
      "accept-language": language ?? "",
    },
    ...(request.body === null ? {} : { body: JSON.stringify(request.body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: normalise(text === "" ? null : JSON.parse(text)) };
}

/** A recorded answer in the same form. */
export function recordedAnswer({ response }: Exchange): ComparedAnswer {
  return { status: response.status, body: normalise(response.body) };
}

// What no two servers answer alike. The keys must be there all the same.
const accidental = new Set(["created", "last_updated", "date_joined", "last_used", "time"]);
accidental.add("request_id");

// What the stand-in does not model: NetBox's counts of related objects, and the machine that it
// runs on. The keys must be there all the same.
const notModelled = /_count$|^count_|^children$|^tagged_items$|^hostname$|^installed_apps$/;

// Made by chance, and how a token is shown because of it.
const random = new Set(["key", "token", "display"]);

/** A value without what no two servers answer alike. */
export function normalise(value: unknown, key = ""): unknown {
  if (accidental.has(key) || notModelled.test(key)) {
    return "(not compared)";
  }
  if (Array.isArray(value)) {
    return value.map((item) => normalise(item));
  }
  if (typeof value === "string") {
    return normaliseText(value);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const entries = Object.entries(value).map(([name, item]) => [name, normalise(item, name)]);
  return hideChance(Object.fromEntries(entries) as Readonly<Record<string, unknown>>);
}

function normaliseText(text: string): string {
  return text
    .replace(/^http:\/\/127\.0\.0\.1:\d+/, "")
    .replace(/(\/core\/(?:object-changes|changelog)\/)\d+\/$/, "$1ID/")
    .replace(/^Source IP \S+/, "Source IP ADDRESS")
    .replace(/^\d{4}-\d\d-\d\d \d\d:\d\d \(/, "TIME (");
}

/** Tokens have random keys, and the log has numbers that count what else happened. */
function hideChance(object: Readonly<Record<string, unknown>>): unknown {
  const url = String(object["url"]);
  if (url.includes("/core/object-changes/")) {
    return { ...object, id: "ID" };
  }
  if (!url.includes("/users/tokens/")) {
    return object;
  }
  const entries = Object.entries(object).map(([name, item]) => [
    name,
    random.has(name) && item !== null ? "(random)" : item,
  ]);
  return Object.fromEntries(entries) as unknown;
}
