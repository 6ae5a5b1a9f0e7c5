/**
 * The Authorization header for a NetBox token. NetBox 4.5 and later tell the two versions
 * apart by the `nbt_` prefix of version 2; version 1 keeps its older keyword.
 */
export function buildAuthorization(token: string): string {
  return token.startsWith("nbt_") ? `Bearer ${token}` : `Token ${token}`;
}
