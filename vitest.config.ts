import { defineConfig } from "vitest/config";

const host = "packages/*/test/**/*.host.test.ts";
const integration = "packages/*/test/**/*.int.test.ts";
const lab = "packages/netbox-lab/test/**/*.int.test.ts";
// Two cores are the limit: what starts servers runs one file after the other.
const oneByOne = { fileParallelism: false, testTimeout: 180_000, hookTimeout: 180_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["packages/*/test/**/*.test.ts", "scripts/test/**/*.test.ts"],
          exclude: [integration, host, "**/node_modules/**"],
          // A lost answer is looked for six seconds long.
          testTimeout: 20_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: "integration",
          include: [integration],
          exclude: [lab, "**/node_modules/**"],
          globalSetup: ["packages/testkit/src/vitest-real-netbox.ts"],
          sequence: { groupOrder: 1 },
          ...oneByOne,
        },
      },
      {
        test: {
          name: "host",
          include: [host],
          globalSetup: ["packages/testkit/src/vitest-throw-away-vm.ts"],
          sequence: { groupOrder: 3 },
          ...oneByOne,
          // NetBox starts in a minute, an upgrade that is taken back starts it three times.
          testTimeout: 900_000,
          hookTimeout: 900_000,
        },
      },
      {
        test: { name: "lab", include: [lab], sequence: { groupOrder: 2 }, ...oneByOne },
      },
    ],
  },
});
