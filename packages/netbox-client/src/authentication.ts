import * as z from "zod";
import type { Connection } from "./connection.ts";
import { parseBody } from "./parse-body.ts";

/** The user that a token belongs to. */
export interface AuthenticatedUser {
  readonly id: number;
  readonly username: string;
}

const userSchema = z.looseObject({ id: z.int(), username: z.string() });

/** GET `authentication-check/`: whose token this is; `NETBOX_AUTH` when it is nobody's. */
export async function checkAuthentication(connection: Connection): Promise<AuthenticatedUser> {
  const path = "authentication-check/";
  const { body } = await connection.request({ method: "GET", path });
  const { id, username } = parseBody(userSchema, body, { path });
  return { id, username };
}
