import { describe, expect, it } from "vitest";
import type { HostObservation } from "../src/host-observation.ts";
import { assertPreflight, findPreflightProblems, type PreflightSubject } from "../src/preflight.ts";
import { deployedHost, emptyHost, exampleStack, neighbour } from "./example-host.ts";

function problems(
  observation: Partial<HostObservation>,
  subject: Partial<PreflightSubject> = {},
): readonly string[] {
  return findPreflightProblems({
    stack: exampleStack,
    observation: { ...emptyHost, ...observation },
    clock: emptyHost.clock,
    memoryBudgetBytes: 10_000_000_000,
    mayChangeVersion: false,
    ...subject,
  }).map(({ message }) => message);
}

describe("a preflight", () => {
  it("finds nothing on a host that is ready, empty or deployed", () => {
    expect(problems({})).toEqual([]);
    expect(problems(deployedHost)).toEqual([]);
  });

  it.each<readonly [string, Partial<HostObservation>, string]>([
    ["another system", { kernel: "Darwin" }, "the host is Darwin on x86_64"],
    ["another architecture", { machine: "armv7l" }, "the host is Linux on armv7l"],
    [
      "no way to Docker",
      { dockerVersion: undefined, dockerProblem: "permission denied" },
      "r2d2helm can't use Docker on the host: permission denied",
    ],
    ["no Compose", { composeVersion: undefined }, "the host has no Docker Compose plug-in"],
    ["an old Compose", { composeVersion: "2.3.3" }, "Docker Compose 2.3.3 is too old"],
    ["an old Docker", { dockerVersion: "19.3.0" }, "Docker 19.3.0 is too old"],
    [
      "a folder of somebody else",
      { folder: "foreign" },
      "the folder of the deployment is not writable for r2d2helm",
    ],
    [
      "no right to a folder",
      { folder: "denied" },
      "r2d2helm can't make the folder of the deployment",
    ],
    [
      "a wrong clock",
      { clock: emptyHost.clock - 3600 },
      "the clocks of the host and of this machine are 3600 s apart",
    ],
    [
      "no network of the stack",
      { networks: [] },
      "the Docker network multipass-network is missing",
    ],
    [
      "a container with a name of ours",
      { containers: [{ ...neighbour, name: "netbox-redis" }] },
      "a container netbox-redis (redis:7) is there and is not ours",
    ],
    [
      "a project with our name",
      {
        containers: [
          { ...neighbour, labels: { "com.docker.compose.project": "multipass-netbox" } },
        ],
      },
      "the container multipass-redis belongs to a Compose project multipass-netbox that is not ours",
    ],
    [
      "a volume with a name of ours",
      { volumes: [{ name: "netbox-media", labels: {} }] },
      "a volume netbox-media is there and is not ours",
    ],
    [
      "a port that a neighbour has",
      {
        listening: ["0.0.0.0:8080"],
        containers: [{ ...neighbour, ports: ["0.0.0.0:8080->80/tcp"] }],
      },
      "port 8080, which netbox is to publish, is taken by multipass-redis",
    ],
    [
      "a port that a program has",
      { listening: ["[::]:8080"] },
      "port 8080, which netbox is to publish, is taken by a program of the host",
    ],
    [
      "a full disk",
      { dockerDiskFreeBytes: 1e9 },
      "the disk of Docker has 1.0 GB free, and 4.0 GB are needed",
    ],
    [
      "too little memory for the budget",
      { memoryAvailableBytes: 51_000_000_000 },
      "the host uses 9.0 GB and NetBox may take 1.6 GB more: over the budget of 10.0 GB",
    ],
    [
      "a secret that NetBox would refuse",
      { secrets: [{ name: "secret_key", mode: 0o444, owner: "r2d2helm", sizeBytes: 12 }] },
      "the secret secret_key on the host has 12 characters",
    ],
  ])("finds %s", (_, observation, message) => {
    expect(problems(observation)).toContain(message);
  });

  it("says all at once, with what to do, and that nothing was changed", () => {
    const found = findPreflightProblems({
      stack: exampleStack,
      observation: { ...emptyHost, networks: [], folder: "denied", dockerDiskFreeBytes: 0 },
      clock: emptyHost.clock,
      memoryBudgetBytes: 10_000_000_000,
      mayChangeVersion: false,
    });
    expect(found).toHaveLength(3);
    expect(() => {
      assertPreflight(found, "host");
    }).toThrow(
      expect.objectContaining({
        code: "PREFLIGHT_FAILED",
        message: expect.stringMatching(
          /^host is not ready for NetBox: 3 problems\n(?:  - .+\n    .+\n?){3}$/,
        ) as string,
        hint: "Nothing was changed on the host.",
      }),
    );
  });

  it("says nothing else when the host itself is wrong", () => {
    expect(
      problems({ dockerVersion: undefined, dockerProblem: "none", networks: [] }),
    ).toHaveLength(1);
  });

  it("leaves another version of a NetBox that has data to upgrade", () => {
    const containers = exampleStack.containers.map((one) =>
      one.name === "netbox" ? { ...one, image: "netboxcommunity/netbox:v4.6.3-5.0.0" } : one,
    );
    const stack = { ...exampleStack, containers };
    expect(problems(deployedHost, { stack })).toEqual([
      "NetBox 4.5.2 runs on the host, and the configuration names 4.6.3",
    ]);
    expect(problems(deployedHost, { stack, mayChangeVersion: true })).not.toContain(
      "NetBox 4.5.2 runs on the host, and the configuration names 4.6.3",
    );
  });
});
