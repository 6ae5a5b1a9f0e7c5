import { describe, expect, it } from "vitest";
import { adviseVersion, checkVersionSupported, netBoxVersionOf } from "../src/index.ts";
import { checkNetBoxImage } from "../src/check-image.ts";

const digest = `@sha256:${"0123456789abcdef".repeat(4)}`;

describe("netBoxVersionOf", () => {
  it.each([
    ["netboxcommunity/netbox:v4.5.2-4.0.0", "4.5.2"],
    ["registry.example:5000/x/netbox:4.7.3-own", "4.7.3"],
    [`x/netbox:v4.6.10${digest}`, "4.6.10"],
    ["netboxcommunity/netbox:v4.5-4.0.0", undefined],
    ["netboxcommunity/netbox:latest", undefined],
    ["registry.example:5000/netbox", undefined],
    ["x/netbox:v4.5.2.1", undefined],
  ])("reads %s as %s", (image, version) => {
    expect(netBoxVersionOf(image)).toBe(version);
  });
});

describe("checkNetBoxImage", () => {
  it.each([
    "netboxcommunity/netbox:v4.5.2-4.0.0",
    `netboxcommunity/netbox:v4.5.2-4.0.0${digest}`,
    `netboxcommunity/netbox:v4.7.3${digest}`,
    "registry.example:5000/netbox:4.7.3-1",
  ])("takes %s", (image) => {
    expect(checkNetBoxImage(image)).toBeUndefined();
  });

  it.each([
    [
      "netboxcommunity/netbox:v4.5-4.0.0",
      /to the patch: netboxcommunity\/netbox:v4\.5\.2-4\.0\.0$/,
    ],
    ["netboxcommunity/netbox:v4.5", /to the patch/],
    ["netboxcommunity/netbox:latest", /to the patch/],
    ["netboxcommunity/netbox:snapshot", /to the patch/],
    ["netboxcommunity/netbox:v4.5.2", /name the build too/],
    ["netboxcommunity/netbox", /must have a tag/],
    [`netboxcommunity/netbox${digest}`, /to the patch/],
    ["netboxcommunity/netbox:v4.4.10-3.4.2", /4\.4\.10 is not supported; 4\.5, 4\.6, 4\.7 are/],
    ["net box:v4.5.2-4.0.0", /name of an image/],
  ])("refuses %s", (image, message) => {
    expect(checkNetBoxImage(image)).toMatch(message);
  });
});

describe("checkVersionSupported", () => {
  it("knows 4.5 to 4.7", () => {
    expect(["4.5.0", "4.6.12", "4.7.3"].map(checkVersionSupported)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(checkVersionSupported("4.8.0")).toContain("4.8.0 is not supported");
    expect(checkVersionSupported("4.50.0")).toContain("not supported");
  });
});

describe("adviseVersion", () => {
  it.each([
    ["4.5.2", ["4.6.1", "4.6.3", "4.7.0"]],
    ["4.6.1", ["4.6.3", "4.7.0"]],
    ["4.6.10", ["4.7.0"]],
    ["4.7.0", []],
  ])("tells of %s what is fixed in %j", (version, fixes) => {
    expect(adviseVersion(version).map(({ fixedIn }) => fixedIn)).toEqual(fixes);
  });

  it("names the CVE of 4.5", () => {
    expect(adviseVersion("4.5.2")[0]?.message).toContain("CVE-2026-29514");
  });
});
