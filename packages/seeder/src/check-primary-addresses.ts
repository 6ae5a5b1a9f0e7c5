import { identityOf, type DesiredObject } from "./desired-object.ts";
import { kindOf } from "./kinds.ts";
import type { Problem } from "./position.ts";
import { problemAt } from "./seed-problem.ts";

/**
 * Primary addresses that NetBox would refuse or never show as written: with another mask than
 * the address itself, or not on an interface of the device. Pure.
 */
export function checkPrimaryAddresses(objects: readonly DesiredObject[]): readonly Problem[] {
  const addresses = objects.filter(({ kind }) => kind === "ip-address");
  return objects.flatMap((device) => {
    const wanted = device.fields["primary_ip4"];
    const address = addresses.find(
      ({ identity }) =>
        typeof wanted === "string" && identity === identityOf(kindOf("ip-address"), wanted),
    );
    const message = address && findFault(device, address);
    return message === undefined ? [] : [problemAt(device, ["primary_ip4"], message)];
  });
}

function findFault(device: DesiredObject, address: DesiredObject): string | undefined {
  if (address.key !== device.fields["primary_ip4"]) {
    return `primary_ip4: the address is written ${address.key}`;
  }
  const { interface: place } = address.fields;
  return typeof place === "string" && place.startsWith(`${device.key}/`)
    ? undefined
    : `primary_ip4: ${address.key} is not on an interface of ${device.key}`;
}
