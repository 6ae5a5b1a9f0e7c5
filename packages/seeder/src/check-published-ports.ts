import type { DesiredObject } from "./desired-object.ts";
import type { Problem } from "./position.ts";
import { placeOf, problemAt } from "./seed-problem.ts";
import { textOf } from "./text-of.ts";

/**
 * Two services that publish one port of one device: only one of them can have it. Internal ones
 * have the ports of their own containers. Pure.
 */
export function checkPublishedPorts(objects: readonly DesiredObject[]): readonly Problem[] {
  const publishers = new Map<string, DesiredObject>();
  return objects.filter(isPublished).flatMap((service) =>
    portsOf(service).flatMap((port) => {
      const place = JSON.stringify([service.fields["device"], port]);
      const earlier = publishers.get(place);
      publishers.set(place, earlier ?? service);
      return earlier === undefined || earlier.identity === service.identity
        ? []
        : [describeClash(service, port, earlier)];
    }),
  );
}

function isPublished({ kind, fields }: DesiredObject): boolean {
  return kind === "service" && fields["custom_fields.published"] === true;
}

function portsOf({ fields }: DesiredObject): readonly string[] {
  return fields["port_mappings"] as readonly string[];
}

function describeClash(service: DesiredObject, port: string, earlier: DesiredObject): Problem {
  const ports = service.entry["ports"] as readonly (number | string)[];
  const protocol = String(service.entry["protocol"]);
  const index = ports.findIndex((one) => one === port || `${protocol}/${one}` === port);
  const message = `${port} of ${textOf(service, "device")} is published by ${earlier.key} too`;
  const advice = "choose another port, or `published: false`";
  return problemAt(service, ["ports", index], `ports: ${message}, ${placeOf(earlier)}: ${advice}`);
}
