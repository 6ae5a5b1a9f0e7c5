import ipaddr from "ipaddr.js";
import * as z from "zod";

/** Text that says something, at most so many characters long. */
export function text(maxLength: number): z.ZodString {
  return z.string().trim().min(1).max(maxLength);
}

/** The name of most things. */
export const nameText = text(100);

/** The name of a device or a virtual machine, after which keys go on with a slash: `vm/eth0`. */
export const hostName = text(64).regex(
  /^[^/]*$/,
  'a name with "/" can\'t be told from an interface or a service: vm/eth0 is eth0 of vm',
);

/** A description, of whatever kind. */
export const descriptionText = text(200);

/** What NetBox takes as a slug. */
export const slug = z
  .string()
  .max(100)
  .regex(/^[-a-zA-Z0-9_]+$/, "a slug has letters, digits, - and _ only");

/** A TCP or UDP port. */
const port = z.int().min(1).max(65_535);

/** A port with its protocol: `udp/53`. */
const mappedPort = z
  .string()
  .regex(/^(?:tcp|udp|sctp)\/[1-9]\d{0,4}$/, "must be a port, or one with its protocol as udp/53")
  .refine((value) => !(Number(value.split("/")[1]) > 65_535), "must be 65535 or less");

/** Ports, each once: numbers of the protocol of the service, or with a protocol of their own. */
export const portList = z
  .array(z.union([port, mappedPort]))
  .superRefine((numbers, context) => {
    const twice = numbers.find((number, index) => numbers.indexOf(number) !== index);
    if (twice !== undefined) {
      context.addIssue(`${twice} is there twice`);
    }
  })
  .meta({ uniqueItems: true });

/** A list of names that means the same in any order. */
export function nameList<Name extends z.ZodType<string>>(name: Name): z.ZodArray<Name> {
  return z.array(name).meta({ uniqueItems: true });
}

/** Slugs of tags. */
export const tagList = nameList(text(100));

/** NetBox's own names of kinds: `dcim.device`. */
export const objectTypes = nameList(
  z.string().regex(/^[a-z0-9_]+\.[a-z0-9_]+$/, "is written app.model, such as dcim.device"),
).min(1);

/** A map of anything that JSON can hold. */
export const jsonMap = z.record(z.string(), z.json());

/** Values of custom fields by name: what fits depends on the type of each. */
export const customFields = z.record(z.string(), z.union([z.string().trim(), z.json()]));

// What JSON Schema can say of an address with its mask: the rest is in the refinements.
const pattern = String.raw`^[0-9a-f:.]+/[0-9]{1,3}$`;

/** A network without host bits: `192.168.1.0/24`. */
export const network = z
  .string()
  .superRefine((value, context) => {
    if (!ipaddr.isValidCIDR(value)) {
      context.addIssue(`"${value}" is not a network such as 192.168.1.0/24`);
    } else if (networkOf(value) !== value) {
      context.addIssue(
        `"${value}" has host bits or odd digits, the network is ${networkOf(value)}`,
      );
    }
  })
  .meta({ pattern, description: "Network without host bits, such as 192.168.1.0/24" });

/** An address with its mask, written as NetBox writes it: `192.168.1.161/24`. */
export const addressWithMask = z
  .string()
  .superRefine((value, context) => {
    if (!ipaddr.isValidCIDR(value)) {
      context.addIssue("must be an address with its mask, such as 192.168.1.161/24");
    } else if (canonicalOf(value) !== value) {
      context.addIssue(`"${value}" is written ${canonicalOf(value)}`);
    }
  })
  .meta({ pattern, description: "Address with its mask, such as 192.168.1.161/24" });

function canonicalOf(value: string): string {
  const [address, prefixLength] = ipaddr.parseCIDR(value);
  return `${address.toString()}/${prefixLength}`;
}

function networkOf(value: string): string {
  const [address, prefixLength] = ipaddr.parseCIDR(value);
  const base =
    address.kind() === "ipv4"
      ? ipaddr.IPv4.networkAddressFromCIDR(value)
      : ipaddr.IPv6.networkAddressFromCIDR(value);
  return `${base.toString()}/${prefixLength}`;
}
