import { loadExchange } from "@multipass-netbox/testkit";
import { describe, expect, it } from "vitest";
import { catchError } from "./catch-error.ts";
import { jsonAnswer, openFakeNetBox } from "./fake-netbox.ts";

describe("the version of NetBox", () => {
  it.each([
    ["4.5.2", "011-status", "4.5"],
    ["4.7.3", "001-status", "4.7"],
  ] as const)("%s is asked for once", async (version, name, expected) => {
    await using netbox = openFakeNetBox([loadExchange(version, name).response]);

    expect(await netbox.client.apiVersion()).toBe(expected);
    expect(await netbox.client.apiVersion()).toBe(expected);
    expect(netbox.requests.map(({ path }) => path)).toEqual(["/netbox/api/status/"]);
  });

  it("is not asked for where another answer told it", async () => {
    const list = jsonAnswer(200, { count: 0, next: null, previous: null, results: [] });
    await using netbox = openFakeNetBox([list]);
    await netbox.client.tags.list();

    expect(await netbox.client.apiVersion()).toBe("4.5");
    expect(netbox.requests).toHaveLength(1);
  });

  it("is asked for again after nobody answered", async () => {
    const none = { ...jsonAnswer(500, {}), headers: { "content-type": "application/json" } };
    await using netbox = openFakeNetBox([none, loadExchange("4.5.2", "011-status").response]);

    expect((await catchError(netbox.client.apiVersion())).code).toBe("NETBOX_SERVER");
    expect(await netbox.client.apiVersion()).toBe("4.5");
  });

  it("that nobody tells is an error", async () => {
    const { response } = loadExchange("4.5.2", "011-status");
    const { "api-version": _, ...headers } = response.headers;
    await using netbox = openFakeNetBox([{ ...response, headers }]);

    expect((await catchError(netbox.client.apiVersion())).code).toBe("NETBOX_UNEXPECTED_BODY");
  });

  it.each([
    ["4.5.2", "011-status", { netboxVersion: "4.5.2", pythonVersion: "3.13.5", workers: 1 }],
    ["4.7.3", "001-status", { netboxVersion: "4.7.3", pythonVersion: "3.13.0", workers: 1 }],
  ] as const)("%s stands in its status in full", async (version, name, expected) => {
    await using netbox = openFakeNetBox([loadExchange(version, name).response]);

    expect(await netbox.client.status()).toEqual(expected);
  });
});
