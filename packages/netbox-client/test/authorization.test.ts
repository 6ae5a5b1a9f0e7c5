import { Secret } from "@multipass-netbox/core";
import { loadExchange } from "@multipass-netbox/testkit";
import { describe, expect, it } from "vitest";
import { openFakeNetBox } from "./fake-netbox.ts";

const version1 = "0123456789abcdef0123456789abcdef01234567";
const version2 = "nbt_abcdefghijkl.0123456789abcdef0123456789abcdef01234567";

describe("the Authorization header", () => {
  it.each([
    [version2, `Bearer ${version2}`],
    [new Secret(version2), `Bearer ${version2}`],
    [version1, `Token ${version1}`],
  ])("%s", async (token, header) => {
    const { response } = loadExchange("4.5.2", "013-authentication-check");
    await using netbox = openFakeNetBox([response], { token });
    const user = await netbox.client.checkAuthentication();

    expect(user).toEqual({ id: 1, username: "admin" });
    expect(netbox.requests[0]?.headers).toEqual({
      accept: "application/json",
      "accept-language": "en",
      authorization: header,
    });
  });
});
