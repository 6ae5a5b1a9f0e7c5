import { isOurs } from "../is-ours.ts";
import type { PreflightProblem, PreflightSubject } from "../preflight.ts";

/** Whether the ports to publish are free, or published by our own containers already. Pure. */
export function checkPorts({ stack, observation }: PreflightSubject): readonly PreflightProblem[] {
  const own = new Set(
    observation.containers.filter((one) => isOurs(one)).flatMap(({ ports }) => ports.map(portOf)),
  );
  const owner = (port: number): string =>
    observation.containers.find(
      (one) => !isOurs(one) && one.ports.some((text) => portOf(text) === port),
    )?.name ?? "a program of the host";
  const taken = new Set(observation.listening.map((text) => Number(text.split(":").at(-1))));
  return stack.containers
    .flatMap(({ name, ports }) => ports.map(({ host }) => ({ name, host })))
    .filter(({ host }) => taken.has(host) && !own.has(host))
    .map(({ name, host }) => ({
      message: `port ${host}, which ${name} is to publish, is taken by ${owner(host)}`,
      remedy: "Name another one in stack.publish of multipass-netbox.yaml.",
    }));
}

// `127.0.0.1:8080->8080/tcp`
function portOf(binding: string): number {
  return Number(/:(\d+)->/.exec(binding)?.[1]);
}
