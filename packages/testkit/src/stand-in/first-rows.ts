import type { Context } from "./kind.ts";
import { tokenKind } from "./kinds/token.ts";
import { userKind } from "./kinds/user.ts";
import { readBody } from "./read-body.ts";
import type { Row } from "./store.ts";

/** The superuser of a new stand-in, and the token of theirs that works at once. */
export const superuser = { username: "admin", password: "Stand-in-password-45" } as const;
const key = "standin00045";
const secret = "0123456789abcdefghijABCDEFGHIJ0123456789";
export const superuserToken = `nbt_${key}.${secret}`;

/** Puts both into an empty store. */
export function insertFirstRows(context: Omit<Context, "request">): void {
  // The request of nobody: neither is logged.
  const place = { ...context, request: { id: "", user: {} as Row } };
  const users = { ...place, kind: userKind };
  const body = { ...superuser, email: "admin@example.com" };
  const user = context.store.insert(userKind.path, readBody(body, users));
  const tokens = { ...place, kind: tokenKind };
  const token = readBody({ user: user.id, token: secret }, tokens);
  // Made at the console, it has no list of networks, not even an empty one.
  context.store.insert(tokenKind.path, { ...token, key, allowed_ips: null });
}
