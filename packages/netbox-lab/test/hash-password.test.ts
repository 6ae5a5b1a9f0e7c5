import { expect, test } from "vitest";
import { hashPassword } from "../src/hash-password.ts";

// Made by the PBKDF2PasswordHasher of the Django that NetBox 4.7.3 installs.
test.each([
  [
    "correct horse battery staple",
    { salt: "1b8Zx0yqSs2VvGkq3oYtFd" },
    "pbkdf2_sha256$1500000$1b8Zx0yqSs2VvGkq3oYtFd$Ow7NdMAhIbDZ6/1+wE1AIstHpVC8ai9xRDscUvgBlv0=",
  ],
  [
    "pässwort",
    { salt: "salt", iterations: 1000 },
    "pbkdf2_sha256$1000$salt$yCK2CYiyiZ9DOkOhHPcXJxyZOGbXjAY23Iu75asDgEU=",
  ],
])("%s is hashed as Django does it", async (password, salt, expected) => {
  expect(await hashPassword(password, salt)).toBe(expected);
});
