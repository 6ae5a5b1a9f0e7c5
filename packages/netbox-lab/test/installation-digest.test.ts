import { describe, expect, test } from "vitest";
import { type InstallationInputs, installationDigest } from "../src/installation-digest.ts";

const inputs: InstallationInputs = {
  requirements: "netbox==4.7.3",
  postgres: { name: "postgres", version: "18.4.0", integrity: "sha512-abc" },
  python: undefined,
};

describe("installationDigest", () => {
  test("names a folder", () => {
    expect(installationDigest(inputs)).toMatch(/^[0-9a-f]{16}$/u);
    expect(installationDigest({ ...inputs })).toBe(installationDigest(inputs));
  });

  test.each<Partial<InstallationInputs>>([
    { requirements: "netbox==4.7.4" },
    { postgres: { ...inputs.postgres, integrity: "sha512-abd" } },
    { postgres: { ...inputs.postgres, version: "18.5.0" } },
    { python: "/usr/bin/python3" },
  ])("changes with %j", (change) => {
    expect(installationDigest({ ...inputs, ...change })).not.toBe(installationDigest(inputs));
  });
});
