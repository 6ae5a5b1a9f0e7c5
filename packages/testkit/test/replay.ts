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
  { url, token }: NetBoxStandIn,
  { authorization }: Credentials = { authorization: `Bearer ${token}` },
): Promise<ComparedAnswer> {
  const language = request.headers["Accept-Language"];
  const answer = await fetch(new URL(request.path, url), {
    method: request.method,
    headers: {
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
const times = new Set(["created", "last_updated"]);

// What the stand-in does not model: NetBox's counts of related objects, and the machine that it
// runs on. The keys must be there all the same.
const notModelled = /_count$|^count_|^children$|^tagged_items$|^hostname$|^installed_apps$/;

/** A value without what no two servers answer alike. */
export function normalise(value: unknown, key = ""): unknown {
  if (times.has(key) || notModelled.test(key)) {
    return "(not compared)";
  }
  if (Array.isArray(value)) {
    return value.map((item) => normalise(item));
  }
  if (typeof value === "string") {
    return value.replace(/^http:\/\/127\.0\.0\.1:\d+/, "");
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const entries = Object.entries(value);
  return Object.fromEntries(entries.map(([name, item]) => [name, normalise(item, name)]));
}
