import { pbkdf2 } from "node:crypto";
import { promisify } from "node:util";

/** Django 6.1's own number; with another one it would hash again at the first login. */
const iterations = 1_500_000;

/** How a Django password hash is made besides the password. */
export interface PasswordSalt {
  /** Without `$`. */
  readonly salt: string;
  readonly iterations?: number;
}

/** A password as Django's PBKDF2PasswordHasher stores it. Takes about 0.5 s of a thread. */
export async function hashPassword(password: string, options: PasswordSalt): Promise<string> {
  const { salt, iterations: rounds = iterations } = options;
  const hash = await promisify(pbkdf2)(password, salt, rounds, 32, "sha256");
  return `pbkdf2_sha256$${rounds}$${salt}$${hash.toString("base64")}`;
}
