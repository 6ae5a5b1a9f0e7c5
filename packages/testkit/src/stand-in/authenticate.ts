import { errorSentences } from "./error-sentences.ts";
import { errorTexts } from "./error-texts.ts";
import { parseIpv4Network } from "./ipv4-network.ts";
import { NotModelled, Refusal } from "./refusal.ts";
import type { Row, Store } from "./store.ts";
import { listPermissions } from "./permissions-of.ts";

/** Finds the user of a token and refuses all else as NetBox does: always 403. */
export function authenticate(header: string | undefined, store: Store): Authenticated {
  const [, value] = /^(?:Bearer|Token) (.+)$/.exec(header ?? "") ?? [];
  const token = store.rows("users/tokens/").find(({ values }) => valueOf(values) === value);
  if (!token) {
    throw new Refusal(403, { detail: describe(value) });
  }
  if (token.values["enabled"] === false) {
    throw new Refusal(403, { detail: "Token disabled" });
  }
  const { expires } = token.values;
  if (typeof expires === "string" && Date.parse(expires) <= Date.now()) {
    throw new Refusal(403, { detail: "Token expired" });
  }
  refuseSource(token);
  const user = store.get("users/users/", Number(token.values["user"]));
  if (!user || user.values["is_active"] === false) {
    throw new NotModelled("a token of somebody who is not active");
  }
  return { user, canWrite: token.values["write_enabled"] === true };
}

// Everyone comes from this machine.
const source = "127.0.0.1";

function refuseSource({ values }: Row): void {
  const networks = (values["allowed_ips"] ?? []) as readonly string[];
  const { address = 0 } = parseIpv4Network(source) ?? {};
  const isAllowed = networks.map(parseIpv4Network).some((network) => {
    return network !== undefined && network.first <= address && address <= network.last;
  });
  if (networks.length > 0 && !isAllowed) {
    throw new Refusal(403, { detail: errorSentences.badSource(source) });
  }
}

/** Whose request it is. */
export interface Authenticated {
  readonly user: Row;
  /** Whether the token may do more than read. */
  readonly canWrite: boolean;
}

// These tell everyone, whatever they may see.
const open = new Set(["/api/status/", "/api/authentication-check/"]);

/** Refuses what a reading token, or a user without any permission, may not do. */
export function authorize(
  { method, path }: { readonly method: string; readonly path: string },
  { user, canWrite }: Authenticated,
  store: Store,
): void {
  const isSuperuser = user.id === 1;
  const isRefused =
    (method !== "GET" && !canWrite) ||
    (!isSuperuser && !open.has(path) && !hasPermissions(user, store));
  if (isRefused) {
    throw new Refusal(403, { detail: errorTexts.noPermission });
  }
  if (!isSuperuser && !open.has(path)) {
    throw new NotModelled(`what ${String(user.values["username"])} may see by object permissions`);
  }
}

function hasPermissions({ id, values }: Row, store: Store): boolean {
  const groups = values["groups"] as readonly number[];
  const own = listPermissions(store, "users", id);
  return [...own, ...groups.flatMap((group) => listPermissions(store, "groups", group))].some(
    (permission) => permission.values["enabled"] === true,
  );
}

function valueOf({ version, key, token }: Row["values"]): string {
  return version === 1 ? String(token) : `nbt_${String(key)}.${String(token)}`;
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
