import { availableParallelism, loadavg } from "node:os";
import { defaultNetBoxVersion } from "@multipass-netbox/netbox-lab";
import type { Section } from "./figure.ts";

/** Under what conditions figures were taken, in one line. */
export function describeConditions(sections: readonly Section[]): string {
  const [load = 0] = loadavg();
  const figures = sections.flatMap((section) => section.figures);
  const rounds = Math.max(...figures.map(({ samples }) => samples.length));
  return [
    new Date().toISOString().slice(0, 10),
    `${availableParallelism()} cores with a load of ${load.toFixed(1)} at the end`,
    `Node ${process.versions.node}`,
    `NetBox ${defaultNetBoxVersion}`,
    `${rounds} ${rounds === 1 ? "round" : "rounds"}`,
  ].join(", ");
}
