import { loadExchange } from "@multipass-netbox/testkit";
import { describe, expect, it } from "vitest";
import { openConnection } from "../src/connection.ts";
import { catchBulk } from "./catch-bulk.ts";
import { catchError } from "./catch-error.ts";
import { jsonAnswer, openFakeNetBox } from "./fake-netbox.ts";

const status = loadExchange("4.5.2", "011-status").response;

describe("what NetBox 4.5.2 loses in silence of a change is an error here", () => {
  it("PATCH ?fields=id {…}: 200, nothing changed", async () => {
    const { request, response } = loadExchange("4.5.2", "296-patch-with-fields-id");
    const check = loadExchange("4.5.2", "297-patch-with-fields-id-check").response;
    expect(response).toMatchObject({ status: 200, body: { id: 2 } });
    expect(check.body).toMatchObject({ description: "" });

    const connection = openConnection({
      send: () => Promise.reject(new Error("it was sent")),
      [Symbol.asyncDispose]: () => Promise.resolve(),
    });
    const wanted = {
      method: "PATCH",
      path: "tenancy/tenants/2/",
      query: { fields: "id" },
    } as const;
    const refused = await catchError(connection.request({ ...wanted, body: request.body }));
    expect(refused.code).toBe("INTERNAL");
    expect(refused.message).toContain("a write takes no query parameters");
  });

  it.each(["334-bulk-patch-unknown-id", "335-bulk-patch-only-unknown-id"])(
    "a bulk PATCH with unknown ids: dropped, %s",
    async (name) => {
      const { request, response } = loadExchange("4.5.2", name);
      const changes = request.body as readonly { readonly id: number }[];
      expect(response.status).toBe(200);
      expect(response.body).toHaveLength(changes.length - 1);

      await using netbox = openFakeNetBox([status, response]);
      const error = await catchBulk(netbox.client.tags.update(changes));
      expect(error.code).toBe("NETBOX_NOT_FOUND");
      expect(error.outcomes.map((outcome) => outcome.status)).toEqual(
        changes.map(({ id }) => (id === 999_999 ? "failed" : "done")),
      );
    },
  );

  it("a bulk PATCH of one object twice: the last wins", async () => {
    const { request, response } = loadExchange("4.5.2", "338-bulk-patch-same-id-twice");
    expect(response).toMatchObject({ status: 200, body: [{ id: 1, description: "second" }] });

    await using netbox = openFakeNetBox([status]);
    const updated = netbox.client.tags.update(request.body as never);
    await expect(updated).rejects.toMatchObject({ code: "USAGE" });
  });

  it.each([
    ["343-bulk-delete-unknown-id", [{ id: 1 }]],
    ["345-bulk-delete-only-unknown", []],
  ] as const)("a bulk DELETE with unknown ids: dropped, %s", async (name, left) => {
    const { request, response } = loadExchange("4.5.2", name);
    const ids = (request.body as readonly { readonly id: number }[]).map(({ id }) => id);
    expect(ids).toContain(999_999);
    expect(response.status).toBe(204);

    const found = jsonAnswer(200, { count: left.length, results: left });
    await using netbox = openFakeNetBox([status, found, response]);
    const error = await catchBulk(netbox.client.tags.delete(ids));
    const deletions = netbox.requests.filter(({ method }) => method === "DELETE");
    expect(error.code).toBe("NETBOX_NOT_FOUND");
    expect(error.outcomes.at(-1)).toMatchObject({ status: "failed", id: 999_999 });
    expect(deletions.flatMap(({ body }) => body)).toMatchObject(left);
  });
});
