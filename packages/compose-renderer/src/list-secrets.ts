import type { StackSecret } from "./rendered-stack.ts";

const passwordLength = 48;
// NetBox refuses a key or a pepper of fewer than 50.
const keyLength = 64;

/** The secrets that must exist on the host. Pure. */
export function listSecrets(peppers: number): readonly StackSecret[] {
  return [
    { name: "secret_key", length: keyLength },
    { name: "db_password", length: passwordLength },
    { name: "redis_password", length: passwordLength },
    { name: "valkey.conf", length: 0, template: "requirepass {redis_password}\n" },
    ...listPeppers(peppers).map((name) => ({ name, length: keyLength })),
  ];
}

/** The names of the files with peppers. Pure. */
export function listPeppers(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `api_token_pepper_${index + 1}`);
}
