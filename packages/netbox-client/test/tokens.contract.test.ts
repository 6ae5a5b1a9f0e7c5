import { loadExchange } from "@multipass-netbox/testkit";
import { describe, expect, it } from "vitest";
import { catchError } from "./catch-error.ts";
import { openFakeNetBox } from "./fake-netbox.ts";

describe("a token that would be lost", () => {
  const given = loadExchange("4.7.3", "186-tokens-create-v2-with-token-given");
  const made = loadExchange("4.5.2", "041-token-create-server-generated");

  it("was lost by recorded servers with 201", () => {
    expect([given, made].map(({ response }) => response.status)).toEqual([201, 201]);
    expect(made.response.body).toMatchObject({ token: null });
    expect((given.response.body as { readonly token: string }).token).not.toBe(
      (given.request.body as { readonly token: string }).token,
    );
  });

  it("is not sent to NetBox 4.7, which takes none from the client", async () => {
    await using netbox = openFakeNetBox([loadExchange("4.7.3", "001-status").response]);
    const error = await catchError(netbox.client.tokens.create([given.request.body as never]));

    expect(error.code).toBe("NETBOX_VALIDATION");
    expect(error.hint).toContain("`token`");
    expect(netbox.requests.map(({ method }) => method)).toEqual(["GET"]);
  });

  it("is not left to NetBox 4.5, which answers none", async () => {
    await using netbox = openFakeNetBox([loadExchange("4.5.2", "011-status").response]);
    const error = await catchError(netbox.client.tokens.create([made.request.body as never]));

    expect(error.code).toBe("NETBOX_VALIDATION");
    expect(netbox.requests.map(({ method }) => method)).toEqual(["GET"]);
  });

  it("is nothing that a change needs", async () => {
    const { response } = loadExchange("4.5.2", "046-token-patch-disable");
    await using netbox = openFakeNetBox([
      loadExchange("4.5.2", "011-status").response,
      { ...response, body: [response.body] },
    ]);
    await netbox.client.tokens.update([{ id: 9, enabled: false }]);

    expect(netbox.requests[1]?.body).toEqual([{ id: 9, enabled: false }]);
  });
});
