import { describe, expect, it } from "vitest";
import { compareBystanders, listBystanders } from "../src/bystanders.ts";
import type { HostObservation, ObservedContainer } from "../src/host-observation.ts";
import { deployedHost, emptyHost, neighbour } from "./example-host.ts";

function hostWith(...containers: readonly ObservedContainer[]): HostObservation {
  return { ...emptyHost, containers };
}

describe("bystanders", () => {
  it("are all containers but ours", () => {
    expect(listBystanders(deployedHost).map(({ container }) => container.name)).toEqual([
      "multipass-redis",
    ]);
  });

  it("include one that has a name of ours and not our label", () => {
    const impostor = { ...neighbour, name: "netbox" };
    expect(listBystanders(hostWith(impostor)).map(({ container }) => container.name)).toEqual([
      "netbox",
    ]);
  });

  it("are as they were when nothing changed", () => {
    expect(compareBystanders(listBystanders(emptyHost, emptyHost), emptyHost)).toEqual([]);
  });

  it.each([
    ["restarted", { startedAt: "2026-11-25T00:00:00Z" }, ["restarted"]],
    ["recreated", { id: "decaf", startedAt: "2026-11-25T00:00:00Z" }, ["recreated"]],
    ["given another image", { imageId: "sha256:2" }, ["image sha256:1 -> sha256:2"]],
    ["stopped", { status: "exited" }, ["running -> exited"]],
    ["made ill", { health: "unhealthy" }, ["healthy -> unhealthy"]],
    [
      "moved to another port",
      { ports: ["0.0.0.0:6380->6379/tcp"] },
      ["ports 0.0.0.0:6379->6379/tcp -> 0.0.0.0:6380->6379/tcp"],
    ],
    ["given a mount", { mounts: ["bind /etc -> /etc"] }, ["mounts  -> bind /etc -> /etc"]],
  ])("are found when one was %s", (_, change, changes) => {
    const after = hostWith({ ...neighbour, ...change });
    expect(compareBystanders(listBystanders(emptyHost, emptyHost), after)).toEqual([
      { name: "multipass-redis", changes, mayBeOurs: false },
    ]);
  });

  it("are found when one is gone", () => {
    expect(compareBystanders(listBystanders(emptyHost), hostWith())).toEqual([
      { name: "multipass-redis", changes: ["gone"], mayBeOurs: false },
    ]);
  });

  it.each([
    ["ran out of memory", { oomKilled: true, status: "exited" }],
    ["lost a network", { networks: [] }],
  ])("may have been touched by us when one %s", (_, change) => {
    const [found] = compareBystanders(
      listBystanders(emptyHost),
      hostWith({ ...neighbour, ...change }),
    );
    expect(found?.mayBeOurs).toBe(true);
  });

  it("are not ours to answer for when one ran out of memory long ago", () => {
    const before = { ...neighbour, oomKilled: true };
    const [found] = compareBystanders(
      listBystanders(hostWith(before)),
      hostWith({ ...before, startedAt: "2026-11-25T00:00:00Z" }),
    );
    expect(found).toMatchObject({ changes: ["restarted"], mayBeOurs: false });
  });

  it.each([
    ["restarted between two looks", { ...neighbour, restartCount: 4 }],
    ["was unhealthy", { ...neighbour, health: "unhealthy" }],
    ["was starting", { ...neighbour, health: "starting" }],
    ["was restarting", { ...neighbour, status: "restarting" }],
    ["was stopped", { ...neighbour, status: "exited" }],
  ])("that flap are not blamed on anybody: one %s", (_, second) => {
    const bystanders = listBystanders(emptyHost, hostWith(second));
    expect(bystanders.map(({ isSteady }) => isSteady)).toEqual([false]);
    const later = hostWith({ ...neighbour, restartCount: 9, startedAt: "2027-01-01T00:00:00Z" });
    expect(compareBystanders(bystanders, later)).toEqual([]);
  });
});
