import { describe, expect, it } from "vitest";
import { publicSchema, stackSchema } from "../src/index.ts";

function problemsOf(written: unknown): readonly string[] {
  const issues = stackSchema.safeParse(written).error?.issues ?? [];
  return issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
}

describe("stackSchema", () => {
  it("fits the document's host when nothing is written", () => {
    expect(stackSchema.parse({})).toMatchObject({
      network: "multipass-network",
      images: {
        netbox: "netboxcommunity/netbox:v4.5.2-4.0.0",
        postgres: "postgres:17-alpine",
        valkey: "valkey/valkey:9.0-alpine",
      },
      publish: { address: "127.0.0.1", netbox: 8080, postgres: 5433 },
      basePath: "netbox/",
      language: "fr-fr",
      timeZone: "Europe/Paris",
      superuser: { name: "admin" },
      workers: 2,
    });
  });

  it("keeps the other defaults of a part of which one key is written", () => {
    expect(stackSchema.parse({ publish: { netbox: 9000 } }).publish).toEqual({
      address: "127.0.0.1",
      netbox: 9000,
      postgres: 5433,
    });
  });

  it.each<[object, string]>([
    [{ basePath: "/netbox/" }, "basePath"],
    [{ basePath: "netbox" }, "basePath"],
    [{ basePath: "net box/" }, "basePath"],
    [{ basePath: "../" }, "basePath"],
    [{ timeZone: "Europe/Pariss" }, "timeZone"],
    [{ timeZone: "europe/paris" }, "timeZone"],
    [{ timeZone: "+01:00" }, "timeZone"],
    [{ language: "french" }, "language"],
    [{ language: "fr_FR" }, "language"],
    [{ language: "xx" }, "language"],
    [{ allowedHosts: ["http://a.example"] }, "allowedHosts.0"],
    [{ allowedHosts: ["a.example:8000"] }, "allowedHosts.0"],
    [{ allowedHosts: ["*"] }, "allowedHosts.0"],
    [{ publish: { netbox: 0 } }, "publish.netbox"],
    [{ publish: { netbox: 65_536 } }, "publish.netbox"],
    [{ publish: { netbox: 5433 } }, "publish.postgres"],
    [{ publish: { address: "localhost" } }, "publish.address"],
    [{ memory: { postgres: "256" } }, "memory.postgres"],
    [{ memory: { postgres: "100m" } }, "memory.postgres"],
    [{ memory: { netbox: "599m" } }, "memory.netbox"],
    [{ workers: 4 }, "memory.netbox"],
    [{ workers: 0 }, "workers"],
    [{ network: "multipass-netbox-private" }, "network"],
    [{ superuser: { name: "a b" } }, "superuser.name"],
    [{ superuser: { email: "nobody" } }, "superuser.email"],
    [{ images: { postgres: "postgres" } }, "images.postgres"],
    [{ images: { valkey: "not an image" } }, "images.valkey"],
  ])("refuses %j", (written, path) => {
    expect(problemsOf(written)).toEqual([expect.stringMatching(new RegExp(`^${path}: `))]);
  });

  it.each<object>([
    { basePath: "" },
    { basePath: "tools/netbox/" },
    { timeZone: "UTC" },
    { timeZone: "Asia/Calcutta" },
    { language: "zh-hans" },
    { allowedHosts: ["netbox.example.org", ".example.org", "10.0.0.1", "[fd00::1]"] },
    { publish: { address: "fd00::1" } },
    { workers: 4, memory: { netbox: "1.2g" } },
    { images: { postgres: `registry.example:5000/pg@sha256:${"0".repeat(64)}` } },
  ])("takes %j", (written) => {
    expect(problemsOf(written)).toEqual([]);
  });

  it("tells every problem at once", () => {
    const written = { basePath: "/", language: "xx", publish: { address: "here" }, workers: 4 };
    expect(problemsOf(written).map((text) => text.split(":")[0])).toEqual([
      "publish.address",
      "basePath",
      "language",
      "memory.netbox",
    ]);
  });
});

describe("publicSchema", () => {
  it.each(["192.168.1.161:8000", "http://a.example/", "http://a.example/x", "ftp://a.example"])(
    "refuses %s, which browsers send as no origin",
    (gateway) => {
      expect(publicSchema.safeParse({ gateway }).success).toBe(false);
    },
  );

  it.each(["https://netbox.example.org", "http://[fd00::1]:8000"])("takes %s", (gateway) => {
    expect(publicSchema.safeParse({ gateway }).success).toBe(true);
  });
});
