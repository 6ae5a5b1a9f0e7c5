import type { NetBoxLab } from "@multipass-netbox/netbox-lab";
import { Pool } from "undici";

/** Requests by undici with nothing around them: what there is to gain. `await using` closes it. */
export interface Raw extends AsyncDisposable {
  /** The parsed answer; throws for any status that is not a 2xx. */
  get(path: string): Promise<RawPage>;
  post(path: string, body: unknown): Promise<unknown>;
}

interface RawPage {
  readonly count: number | null;
  readonly results: readonly unknown[];
}

/** Opens connections to a lab; paths are below `/api/`. */
export function openRaw({ url, token }: NetBoxLab): Raw {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin);
  const headers = {
    authorization: `Bearer ${token.reveal()}`,
    accept: "application/json",
    "content-type": "application/json",
  };
  const ask = async (method: "GET" | "POST", path: string, body?: unknown): Promise<unknown> => {
    const answer = await pool.request({
      method,
      path: `${pathname}/api/${path}`,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await answer.body.text();
    if (answer.statusCode >= 300) {
      throw new Error(`${method} ${path}: ${answer.statusCode} ${firstLine(text)}`);
    }
    return JSON.parse(text);
  };
  return {
    get: async (path) => (await ask("GET", path)) as RawPage,
    post: (path, body) => ask("POST", path, body),
    [Symbol.asyncDispose]: () => pool.close(),
  };
}

/** NetBox tells of its own failures in JSON, with everything that PostgreSQL said. */
function firstLine(text: string): string {
  return /"error": "(?<said>[^"\\]+)/.exec(text)?.groups?.["said"] ?? text.slice(0, 500);
}
