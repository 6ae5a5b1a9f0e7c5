import { bearerToken } from "./api-token.ts";
import { labUrl } from "./lab-state.ts";
import type { LabSecrets } from "./lab-secrets.ts";

/** What we read of NetBox's `/api/status/`. */
export interface ApiStatus {
  readonly "netbox-version": string;
  readonly "rq-workers-running": number;
}

const timeoutMs = 10_000;

/** The status of the NetBox on this port; undefined unless it answers 200 to our token. */
export async function readApiStatus(
  port: number,
  secrets: LabSecrets,
): Promise<ApiStatus | undefined> {
  try {
    const response = await fetch(`${labUrl(port)}/api/status/`, {
      headers: { authorization: `Bearer ${bearerToken(secrets)}` },
      signal: AbortSignal.timeout(timeoutMs),
    });
    const body: unknown = await response.json();
    return response.ok ? (body as ApiStatus) : undefined;
  } catch {
    return undefined;
  }
}
