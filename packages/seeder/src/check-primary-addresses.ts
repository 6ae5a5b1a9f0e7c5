import type { DesiredObject } from "./desired-object.ts";
import type { Problem } from "./position.ts";
import type { SeedIndex } from "./seed-index.ts";
import { problemAt } from "./seed-problem.ts";
import { textOf } from "./text-of.ts";

/**
 * Primary addresses that NetBox would refuse or never show as written: with another mask than
 * the address itself, or not on an interface of the device. Pure.
 */
export function checkPrimaryAddresses(
  objects: readonly DesiredObject[],
  index: SeedIndex,
): readonly Problem[] {
  return objects.flatMap((device) => {
    const wanted = textOf(device, "primary_ip4");
    const address = wanted === undefined ? undefined : index.find("ip-address", wanted);
    const message = address && findFault(device, address);
    return message === undefined ? [] : [problemAt(device, ["primary_ip4"], message)];
  });
}

function findFault(device: DesiredObject, address: DesiredObject): string | undefined {
  if (address.key !== device.fields["primary_ip4"]) {
    return `primary_ip4: the address is written ${address.key}`;
  }
  return textOf(address, "interface")?.startsWith(`${device.key}/`)
    ? undefined
    : `primary_ip4: ${address.key} is not on an interface of ${device.key}`;
}
