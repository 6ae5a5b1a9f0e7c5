import { isOurs } from "./is-ours.ts";
import type { HostObservation, ObservedContainer } from "./host-observation.ts";

/** One container that is not ours, and whether it stood still before we began. */
export interface Bystander {
  readonly container: ObservedContainer;
  /** Running, and healthy where it says; only such a one can be said to have been touched. */
  readonly isSteady: boolean;
}

/** What became different about a steady container that is not ours. */
export interface BystanderChange {
  readonly name: string;
  /** `restarted`, `gone`, `image a -> b`, … */
  readonly changes: readonly string[];
  /** Whether a step of ours may be why: the host ran out of memory, or a network went away. */
  readonly mayBeOurs: boolean;
}

/**
 * Everything on a host that is not ours. What restarted between two looks, or is not well at the
 * last, is not steady and can't be blamed on anybody later. Pure.
 */
export function listBystanders(...looks: readonly HostObservation[]): readonly Bystander[] {
  const [first, last] = [looks.at(0), looks.at(-1)];
  return (last?.containers ?? [])
    .filter((container) => !isOurs(container))
    .map((container) => {
      const before = first?.containers.find(({ name }) => name === container.name);
      return { container, isSteady: isWell(container) && !hasMoved(before, container) };
    });
}

function isWell({ status, health }: ObservedContainer): boolean {
  return status === "running" && (health === "healthy" || health === "none");
}

function hasMoved(before: ObservedContainer | undefined, now: ObservedContainer): boolean {
  return before !== undefined && listChanges(before, now).length > 0;
}

/** What a deploy has changed about its neighbours, by name; it must be nothing. Pure. */
export function compareBystanders(
  before: readonly Bystander[],
  after: HostObservation,
): readonly BystanderChange[] {
  return before
    .filter(({ isSteady }) => isSteady)
    .map(({ container }) => {
      const now = after.containers.find(({ name }) => name === container.name);
      const changes = now === undefined ? ["gone"] : listChanges(container, now);
      return { name: container.name, changes, mayBeOurs: mayBeOurs(container, now) };
    })
    .filter(({ changes }) => changes.length > 0);
}

function mayBeOurs(before: ObservedContainer, now: ObservedContainer | undefined): boolean {
  return (
    now !== undefined &&
    ((now.oomKilled && !before.oomKilled) ||
      before.networks.some((network) => !now.networks.includes(network)))
  );
}

function listChanges(before: ObservedContainer, now: ObservedContainer): readonly string[] {
  const recreated = before.id !== now.id;
  const texts = [
    recreated && "recreated",
    before.imageId !== now.imageId && `image ${before.imageId} -> ${now.imageId}`,
    before.status !== now.status && `${before.status} -> ${now.status}`,
    !recreated && before.startedAt !== now.startedAt && "restarted",
    !recreated && before.restartCount !== now.restartCount && `restart count ${now.restartCount}`,
    before.health !== now.health && `${before.health} -> ${now.health}`,
    ...(["networks", "ports", "mounts"] as const).map(
      (field) =>
        before[field].join() !== now[field].join() &&
        `${field} ${before[field].join(", ")} -> ${now[field].join(", ")}`,
    ),
  ];
  return texts.filter((text) => text !== false);
}
