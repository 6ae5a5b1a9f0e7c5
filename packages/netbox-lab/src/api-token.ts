import { createHmac } from "node:crypto";

/** The two halves of a v2 API token. */
export interface ApiToken {
  /** 12 letters and digits; stored in clear. */
  readonly tokenKey: string;
  /** 40 letters and digits; only its digest is stored. */
  readonly token: string;
}

/** The value that is sent after `Bearer `. Pure. (NetBox 4.5+, users/constants.py) */
export function bearerToken({ tokenKey, token }: ApiToken): string {
  return `nbt_${tokenKey}.${token}`;
}

/** What NetBox stores of a token: HMAC-SHA256 in hex (users/models/tokens.py). Pure. */
export function tokenDigest(token: string, pepper: string): string {
  return createHmac("sha256", pepper).update(token).digest("hex");
}
