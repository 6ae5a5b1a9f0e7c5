import { loadExchange } from "@multipass-netbox/testkit";
import { describe, expect, it } from "vitest";
import { catchError } from "./catch-error.ts";
import { openFakeNetBox } from "./fake-netbox.ts";

const status = loadExchange("4.5.2", "011-status").response;

describe("a bulk update", () => {
  it("gives the objects in the order of the request, whatever NetBox's order is", async () => {
    const { request, response } = loadExchange("4.5.2", "330-bulk-patch-tags-3");
    const changes = request.body as readonly { readonly id: number }[];
    await using netbox = openFakeNetBox([status, response]);
    const { objects } = await netbox.client.tags.update(changes);

    expect((response.body as typeof changes).map(({ id }) => id)).toEqual([2, 3, 1]);
    expect(objects.map(({ id }) => id)).toEqual([3, 2, 1]);
    expect(objects.map(({ description }) => description)).toEqual(["d3", "d2", "d1"]);
  });

  it.each(["334-bulk-patch-unknown-id", "335-bulk-patch-only-unknown-id"])(
    "names an id that NetBox dropped without a word: %s",
    async (name) => {
      const { request, response } = loadExchange("4.5.2", name);
      await using netbox = openFakeNetBox([status, response]);
      const error = await catchError(
        netbox.client.tags.update(request.body as readonly { readonly id: number }[]),
      );

      expect(error.code).toBe("NETBOX_NOT_FOUND");
      expect(error.message).toContain("the object with id 999999 is gone");
    },
  );

  it("with a field that NetBox would drop is not sent", async () => {
    await using netbox = openFakeNetBox([status]);
    const change = { id: 1, nam: "typo" };
    const error = await catchError(netbox.client.tags.update([change]));

    expect(error.code).toBe("NETBOX_VALIDATION");
    expect(error.message).toContain("nam");
    expect(netbox.requests).toEqual([]);
  });
});

describe("a bulk create", () => {
  it("answered with fewer objects than were sent is an error", async () => {
    const { request, response } = loadExchange("4.5.2", "312-bulk-create-tags-3");
    const [first, second] = response.body as readonly object[];
    await using netbox = openFakeNetBox([status, { ...response, body: [first, second] }]);
    const bodies = request.body as readonly { readonly name: string; readonly slug: string }[];
    const error = await catchError(netbox.client.tags.create(bodies));

    expect(error.code).toBe("NETBOX_NOT_FOUND");
    expect(error.message).toContain("2 of 3 objects came back");
  });

  it("answered with something that is no object is NETBOX_UNEXPECTED_BODY", async () => {
    const { response } = loadExchange("4.5.2", "312-bulk-create-tags-3");
    await using netbox = openFakeNetBox([status, { ...response, body: [{ id: "1" }] }]);
    const error = await catchError(netbox.client.tags.create([{ name: "a", slug: "a" }]));

    expect(error.code).toBe("NETBOX_UNEXPECTED_BODY");
    expect(error.message).toContain("extras/tags/");
  });
});
