import type { DesiredObject } from "./desired-object.ts";
import type { Problem } from "./position.ts";
import type { SeedIndex } from "./seed-index.ts";
import { placeOf, problemAt } from "./seed-problem.ts";
import { textOf } from "./text-of.ts";

/** Addresses of one tenant on an interface of a device of another. Pure. */
export function checkInterfaceTenants(
  objects: readonly DesiredObject[],
  index: SeedIndex,
): readonly Problem[] {
  return objects.flatMap((address) => {
    const device = findDevice(address, index);
    const message = device && findFault(address, device);
    return message === undefined ? [] : [problemAt(address, ["tenant"], `tenant: ${message}`)];
  });
}

function findFault(address: DesiredObject, device: DesiredObject): string | undefined {
  const [tenant, owner] = [textOf(address, "tenant"), textOf(device, "tenant")];
  return tenant === undefined || owner === undefined || tenant === owner
    ? undefined
    : `${address.key} is of "${tenant}", its device ${device.key} of "${owner}", ${placeOf(device)}`;
}

function findDevice(address: DesiredObject, index: SeedIndex): DesiredObject | undefined {
  const place = address.kind === "ip-address" ? textOf(address, "interface") : undefined;
  const port = place === undefined ? undefined : index.find("interface", place);
  const name = port && textOf(port, "device");
  return name === undefined ? undefined : index.find("device", name);
}
