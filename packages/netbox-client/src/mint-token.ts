import { randomInt } from "node:crypto";
import { Secret } from "@multipass-netbox/core";
import * as z from "zod";
import { behavioursOf } from "./behaviours.ts";
import type { Connection } from "./connection.ts";
import { NetBoxError } from "./netbox-error.ts";
import { checkBody, parseBody } from "./parse-body.ts";
import { tokenResource } from "./resources/token.ts";

/** What a token is made with; the server decides its key, and since 4.7 its secret half. */
export interface TokenInput {
  /** Id of the user. */
  readonly user: number;
  readonly description?: string | undefined;
  /** ISO 8601, in the future; null for never. */
  readonly expires?: string | null | undefined;
  readonly enabled?: boolean | undefined;
  readonly write_enabled?: boolean | undefined;
  /** Networks from which it may be used; empty for any. */
  readonly allowed_ips?: readonly string[] | undefined;
}

/** A token that has just been made. */
export interface MintedToken {
  readonly id: number;
  /** Whole, as it is sent: `nbt_<key>.<token>`. NetBox never tells it again. */
  readonly token: Secret;
}

const mintedSchema = z.looseObject({ id: z.int(), key: z.string(), token: z.string().nullish() });

/**
 * Makes a version 2 token and gives the value by which it is used. NetBox 4.5 takes the secret
 * half from the client and never answers it; 4.7 ignores the client's and answers its own once.
 * Not safe to repeat: a token whose answer was lost exists and can't be used, delete it.
 */
export async function mintToken(connection: Connection, input: TokenInput): Promise<MintedToken> {
  const path = "users/tokens/";
  const checked = checkBody(tokenResource.create, { ...input, version: 2 }, path);
  const { tokenMadeBy } = behavioursOf(await connection.apiVersion());
  const own = tokenMadeBy === "client" ? randomToken() : undefined;
  const { body, requestId } = await connection.request({
    method: "POST",
    path,
    body: own === undefined ? checked : { ...checked, token: own },
  });
  const { id, key, token } = parseBody(mintedSchema, body, { path, requestId });
  const half = own ?? token;
  if (typeof half !== "string") {
    throw new NetBoxError(
      "NETBOX_UNEXPECTED_BODY",
      `${path}: token ${id} was made and its value not answered`,
      {
        requestId,
        hint: "It can't be used. Delete it in NetBox.",
      },
    );
  }
  return { id, token: new Secret(`nbt_${key}.${half}`) };
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

function randomToken(): string {
  return Array.from({ length: 40 }, () => letters[randomInt(letters.length)]).join("");
}
