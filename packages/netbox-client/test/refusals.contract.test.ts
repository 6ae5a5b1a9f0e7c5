import { loadExchange } from "@multipass-netbox/testkit";
import { describe, expect, it } from "vitest";
import { catchError } from "./catch-error.ts";
import { openFakeNetBox } from "./fake-netbox.ts";

describe("an answer that is no JSON", () => {
  const notFound = { code: "NETBOX_NOT_FOUND", hint: "base path" } as const;
  const pages = [
    {
      version: "4.5.2",
      name: "709-redis-down-get",
      code: "NETBOX_SERVER",
      hint: "Valkey or Redis",
    },
    { version: "4.5.2", name: "007-unknown-endpoint-anonymous", ...notFound },
    { version: "4.7.3", name: "369-unknown-endpoint", ...notFound },
    { version: "4.7.3", name: "365-no-slash-post", ...notFound },
  ] as const;

  it.each(pages)("$version $name is $code", async ({ version, name, code, hint }) => {
    const { response } = loadExchange(version, name);
    await using netbox = openFakeNetBox([response]);
    const error = await catchError(netbox.client.tags.list());

    expect(error.code).toBe(code);
    expect(error.hint).toContain(hint);
    expect(error.message).toBe(
      `GET extras/tags/: answered ${response.status} with a page instead of JSON`,
    );
  });

  it.each([
    ["4.5.2", "009-no-trailing-slash-post"],
    ["4.7.3", "366-no-slash-get"],
  ] as const)("%s %s: a redirect is named and not followed", async (version, name) => {
    const { response } = loadExchange(version, name);
    await using netbox = openFakeNetBox([response]);
    const error = await catchError(netbox.client.tags.list());

    expect(error.code).toBe("NETBOX_UNEXPECTED_BODY");
    expect(error.message).toContain("NetBox redirects to /netbox/api/dcim/sites/ (301)");
    expect(netbox.requests).toHaveLength(1);
  });
});

describe("403 is told apart by the authentication check", () => {
  const refusedTokens = [
    ["4.5.2", "014-token-wrong-v2-lang-en"],
    ["4.5.2", "021-token-wrong-v1-lang-en"],
    ["4.5.2", "001-status-anonymous-lang-en"],
    ["4.7.3", "205-auth-bad-v2"],
    ["4.7.3", "204-auth-bad-v1"],
  ] as const;

  it.each(refusedTokens)("%s %s is NETBOX_AUTH", async (version, name) => {
    const { response } = loadExchange(version, name);
    await using netbox = openFakeNetBox([response, response]);
    const error = await catchError(netbox.client.sites.list());

    expect(error.code).toBe("NETBOX_AUTH");
    expect(error.status).toBe(403);
    expect(netbox.requests[1]?.path).toBe("/netbox/api/authentication-check/");
  });

  const missingPermissions = [
    ["4.5.2", "670-user-no-permission-list-lang-en", "013-authentication-check"],
    ["4.5.2", "673-user-no-permission-post-lang-en", "013-authentication-check"],
    ["4.7.3", "214-perm-get-403", "209-authentication-check"],
    ["4.7.3", "219-perm-constrained-bulk-403", "209-authentication-check"],
  ] as const;

  it.each(missingPermissions)("%s %s is NETBOX_FORBIDDEN", async (version, name, check) => {
    await using netbox = openFakeNetBox([
      loadExchange(version, name).response,
      loadExchange(version, check).response,
    ]);
    const error = await catchError(netbox.client.sites.list());

    expect(error.code).toBe("NETBOX_FORBIDDEN");
    expect(error.hint).toContain("lacks the permission");
    expect(error.items[0]?.fieldErrors[0]?.message).toContain("permission");
  });

  it("asks once when the check itself is refused", async () => {
    const { response } = loadExchange("4.7.3", "211-authentication-check-bad");
    await using netbox = openFakeNetBox([response]);

    expect((await catchError(netbox.client.checkAuthentication())).code).toBe("NETBOX_AUTH");
    expect(netbox.requests).toHaveLength(1);
  });
});
