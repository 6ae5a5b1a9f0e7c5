import { expect, test } from "vitest";
import { bearerToken, tokenDigest } from "../src/api-token.ts";

test("a v2 token is sent with its prefix and key", () => {
  expect(bearerToken({ tokenKey: "k".repeat(12), token: "t".repeat(40) })).toBe(
    `nbt_${"k".repeat(12)}.${"t".repeat(40)}`,
  );
});

test("the digest is the one of Python's hmac", () => {
  expect(tokenDigest("t".repeat(40), "p".repeat(60))).toBe(
    "13b4c913480ffedc189d5c6a0862c35953c379d02cc4c6bce0065edc460e8a17",
  );
});
