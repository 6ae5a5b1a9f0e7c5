import ipaddr from "ipaddr.js";
import * as z from "zod";

/** Text that says something, at most so many characters long. */
export function text(maxLength: number): z.ZodString {
  return z.string().trim().min(1).max(maxLength);
}

/** The name of most things. */
export const nameText = text(100);

/** A description, of whatever kind. */
export const descriptionText = text(200);

/** What NetBox takes as a slug. */
export const slug = z
  .string()
  .max(100)
  .regex(/^[-a-zA-Z0-9_]+$/, "a slug has letters, digits, - and _ only");

/** A TCP or UDP port. */
const port = z.int().min(1).max(65_535);

/** Ports of one protocol, each once. */
export const portList = z.array(port).superRefine((numbers, context) => {
  const twice = numbers.find((number, index) => numbers.indexOf(number) !== index);
  if (twice !== undefined) {
    context.addIssue(`${twice} is there twice`);
  }
});

/** Values of custom fields by name. */
export const customFields = z.record(
  z.string(),
  z.union([z.string().trim(), z.number(), z.boolean(), z.null()]),
);

/** A network without host bits: `192.168.1.0/24`. */
export const network = z.string().superRefine((value, context) => {
  if (!ipaddr.isValidCIDR(value)) {
    context.addIssue(`"${value}" is not a network such as 192.168.1.0/24`);
  } else if (networkOf(value) !== value) {
    context.addIssue(`"${value}" has host bits or odd digits, the network is ${networkOf(value)}`);
  }
});

/** An address with its mask, written as NetBox writes it: `192.168.1.161/24`. */
export const addressWithMask = z.string().superRefine((value, context) => {
  if (!ipaddr.isValidCIDR(value)) {
    context.addIssue("must be an address with its mask, such as 192.168.1.161/24");
  } else if (canonicalOf(value) !== value) {
    context.addIssue(`"${value}" is written ${canonicalOf(value)}`);
  }
});

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
