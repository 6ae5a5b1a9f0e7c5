import { createObject } from "./create-objects.ts";
import { errorTexts } from "./error-texts.ts";
import type { StandInAnswer } from "./exchange-types.ts";
import type { Context } from "./kind.ts";
import { tokenKind } from "./kinds/token.ts";
import { userKind } from "./kinds/user.ts";
import { Refusal } from "./refusal.ts";
import { renderObject } from "./render-object.ts";

/** What makes a token out of a user's password, without any other authentication. */
export const provisionPath = "/api/users/tokens/provision/";

interface Credentials {
  readonly username?: unknown;
  readonly password?: unknown;
}

/** Makes a token for whoever knows the password, and is the one to tell it. */
export function provisionToken(body: unknown, context: Omit<Context, "request">): StandInAnswer {
  const { username, password, ...options } = (body ?? {}) as Credentials;
  refuseMissing({ username, password });
  const user = context.store
    .rows(userKind.path)
    .find(({ values }) => values["username"] === username && values["password"] === password);
  if (!user) {
    throw new Refusal(403, { detail: "Invalid username/password" });
  }
  const place = { ...context, kind: tokenKind, request: { id: "", user } };
  const row = createObject({ ...options, token: undefined, user: user.id }, place);
  const shown = renderObject(row, place, (name) => name !== "pepper_id");
  return { status: 201, body: { ...shown, token: row.values["token"] } };
}

function refuseMissing(credentials: Credentials): void {
  const missing = Object.entries(credentials).filter(([, value]) => value === undefined);
  if (missing.length > 0) {
    throw new Refusal(
      400,
      Object.fromEntries(missing.map(([name]) => [name, [errorTexts.required]])),
    );
  }
}
