import { isEmptyPlan, operationName, operationsOf, type Plan } from "@multipass-netbox/core";
import { assert, property, shuffledSubarray } from "fast-check";
import { describe, expect, it } from "vitest";
import { describeHostOperation } from "../src/describe-host-operation.ts";
import type { HostObservation } from "../src/host-observation.ts";
import type { HostOperation } from "../src/host-operation.ts";
import { planDeployment } from "../src/plan-deployment.ts";
import { planRollback } from "../src/plan-rollback.ts";
import { takeSnapshot } from "../src/snapshot.ts";
import { deployedHost, emptyHost, exampleStack } from "./example-host.ts";

const target = "r2d2helm@192.168.1.161";

function plan(observation: HostObservation): Plan<HostOperation> {
  return planDeployment(exampleStack, observation, target);
}

function names(of: Plan<HostOperation>): readonly string[] {
  return operationsOf(of).map(operationName);
}

describe("a plan for an empty host", () => {
  it("makes everything, each thing after what it needs", () => {
    expect(plan(emptyHost).levels.map((level) => level.map(operationName))).toEqual([
      ["create folder /opt/multipass/docker/netbox"],
      [
        "pull image netboxcommunity/netbox:v4.5.2-4.0.0",
        "pull image postgres:1",
        "pull image redis:1",
      ],
      [
        "create file configuration/launch-netbox.sh",
        "create file docker-compose.netbox.yml",
        "create secret redis_password",
        "create secret secret_key",
        "create secret valkey.conf",
      ],
      [
        "create container netbox",
        "create container netbox-postgres",
        "create container netbox-redis",
        "create container netbox-worker",
        "create network multipass-netbox-private",
        "create volume netbox-media",
        "create volume netbox-postgres-data",
      ],
      ["create superuser admin"],
      ["create api-token multipass-netbox"],
    ]);
  });

  it("makes no backup of nothing", () => {
    expect(names(plan(emptyHost)).join()).not.toContain("backup");
  });
});

describe("a plan for a deployed host", () => {
  it("is empty", () => {
    expect(isEmptyPlan(plan(deployedHost))).toBe(true);
  });

  it("saves everything, then recreates only the container whose label differs", () => {
    const [first, ...rest] = exampleStack.containers;
    const changed = { ...exampleStack, containers: [{ ...first!, digest: "other" }, ...rest] };
    expect(names(planDeployment(changed, deployedHost, target))).toEqual([
      "create backup before this change",
      "recreate container netbox",
    ]);
  });

  it("shows the difference of a file line by line", () => {
    const [compose, ...others] = deployedHost.files;
    const files = [{ ...compose!, content: "name: multipass-netbox\nold: true\n" }, ...others];
    const [, operation] = operationsOf(plan({ ...deployedHost, files }));
    expect(describeHostOperation(operation!)).toEqual([
      "update file docker-compose.netbox.yml (644)",
      " name: multipass-netbox",
      "-old: true",
    ]);
  });

  it("makes a NetBox again that is gone, without the backup that it could not read", () => {
    const containers = deployedHost.containers.filter(({ name }) => name !== "netbox");
    expect(names(plan({ ...deployedHost, containers }))).toEqual(["create container netbox"]);
  });

  it("starts a stopped container, which changes nothing that a backup could bring back", () => {
    const containers = deployedHost.containers.map((one) =>
      one.name === "netbox-worker" ? { ...one, status: "exited" } : one,
    );
    expect(names(plan({ ...deployedHost, containers }))).toEqual(["start container netbox-worker"]);
  });

  it("waits for what an earlier run left to start", () => {
    const containers = deployedHost.containers.map((one) =>
      one.name === "netbox" ? { ...one, health: "starting" } : one,
    );
    const [operation] = operationsOf(plan({ ...deployedHost, containers }));
    expect(describeHostOperation(operation!)).toEqual(["wait for netbox: it is starting"]);
  });

  it("does not depend on the order in which things were found", () => {
    assert(
      property(
        shuffledSubarray([...deployedHost.containers]),
        shuffledSubarray([...deployedHost.secrets]),
        (containers, secrets) => {
          const one = plan({ ...deployedHost, containers, secrets });
          const other = plan({
            ...deployedHost,
            containers: containers.toReversed(),
            secrets: secrets.toReversed(),
          });
          expect(one).toEqual(other);
        },
      ),
    );
  });
});

function rollback(before: HostObservation, now: HostObservation): Plan<HostOperation> {
  const subject = {
    stack: exampleStack,
    before: takeSnapshot(exampleStack, before),
    observation: now,
    removesData: true,
  };
  return planRollback(subject, target);
}

describe("a plan to take a deployment back", () => {
  it("removes what was not there: containers before volumes, volumes before secrets", () => {
    const { levels } = rollback(emptyHost, deployedHost);
    expect(levels.map((level) => level.map(operationName))).toEqual([
      [
        "delete container netbox",
        "delete container netbox-postgres",
        "delete container netbox-redis",
        "delete container netbox-worker",
      ],
      [
        "delete network multipass-netbox-private",
        "delete volume netbox-media",
        "delete volume netbox-postgres-data",
      ],
      [
        "delete api-token api_token",
        "delete file configuration/launch-netbox.sh",
        "delete file docker-compose.netbox.yml",
        "delete secret redis_password",
        "delete secret secret_key",
        "delete secret valkey.conf",
        "delete superuser superuser_password",
      ],
    ]);
  });

  it("never removes volumes that were there before", () => {
    const kept = { ...emptyHost, volumes: deployedHost.volumes, secrets: deployedHost.secrets };
    expect(names(rollback(kept, deployedHost)).join()).not.toMatch(/volume|secret/);
  });

  it("starts what ran before and was stopped for a backup that failed", () => {
    const containers = deployedHost.containers.map((one) =>
      one.name === "netbox" ? { ...one, status: "exited" } : one,
    );
    expect(names(rollback(deployedHost, { ...deployedHost, containers }))).toEqual([
      "start container netbox",
    ]);
  });

  it("is empty when nothing happened", () => {
    expect(isEmptyPlan(rollback(deployedHost, deployedHost))).toBe(true);
    expect(isEmptyPlan(rollback(emptyHost, emptyHost))).toBe(true);
  });
});
