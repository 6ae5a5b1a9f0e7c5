import type { HostOperation } from "./host-operation.ts";

const kinds = { api_token: "api-token", superuser_password: "superuser" } as const;

/** What removes files of `credentials/` by their names. Other files there are not ours. Pure. */
export function planCredentialRemovals(names: readonly string[]): readonly HostOperation[] {
  return names
    .filter((name): name is keyof typeof kinds => name in kinds)
    .map((key) => ({ action: "delete", kind: kinds[key], key }));
}
