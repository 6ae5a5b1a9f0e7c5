import { netBoxVersionOf, type RenderedStack } from "@multipass-netbox/compose-renderer";
import { MultipassError } from "@multipass-netbox/core";
import type { HostObservation } from "./host-observation.ts";
import { isOurs } from "./is-ours.ts";

/** Which images carry which NetBox: netbox-docker's own line of versions. */
const imageLines: Readonly<Record<string, string>> = { "4.5": "4.0", "4.6": "5.0", "4.7": "5.1" };

/**
 * Checks that an upgrade is one step and that the configuration names the image of its end. Throws
 * `USAGE` with the step to take first. Pure.
 */
export function checkUpgrade(
  stack: RenderedStack,
  observation: HostObservation,
  version: string,
): void {
  const image = stack.containers.find(({ name }) => name === "netbox")?.image ?? "";
  const running = observation.containers.find((one) => one.name === "netbox" && isOurs(one));
  const from = running === undefined ? undefined : netBoxVersionOf(running.image);
  if (from === undefined) {
    throw refuse(
      "no NetBox of ours with a known version is on the host",
      "multipass-netbox deploy",
    );
  }
  checkPath(from, version);
  if (netBoxVersionOf(image) !== version) {
    throw refuse(
      `the configuration names ${image}, not NetBox ${version}`,
      `Write stack.images.netbox: netboxcommunity/netbox:v${version}-${lineOf(version)}.N in multipass-netbox.yaml, so that it stays true after the upgrade.`,
    );
  }
}

function checkPath(from: string, to: string): void {
  const [old, next] = [from, to].map(parseVersion);
  if (old === undefined || next === undefined) {
    throw refuse(`${to} is no version of NetBox`, "For example: upgrade --to 4.7.3");
  }
  const [minors, patches] = [next.minor - old.minor, next.patch - old.patch];
  if (next.major !== old.major || minors < 0 || (minors === 0 && patches <= 0)) {
    throw refuse(
      `from NetBox ${from} there is no upgrade to ${to}`,
      "A database is never migrated back: multipass-netbox rollback returns to before an upgrade.",
    );
  }
  if (minors > 1) {
    const step = `${old.major}.${old.minor + 1}`;
    throw refuse(
      `NetBox goes from one minor version to the next: ${step} comes before ${to}`,
      `Upgrade to the newest ${step} first: images netboxcommunity/netbox:v${step}.N-${lineOf(step)}.N`,
    );
  }
}

interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
}

function parseVersion(text: string): Version | undefined {
  const [, major, minor, patch] = /^(\d+)\.(\d+)\.(\d+)$/.exec(text) ?? [];
  return major === undefined
    ? undefined
    : { major: Number(major), minor: Number(minor), patch: Number(patch) };
}

function lineOf(version: string): string {
  return imageLines[version.split(".").slice(0, 2).join(".")] ?? "N";
}

function refuse(message: string, hint: string): MultipassError {
  return new MultipassError("USAGE", message, { hint });
}
