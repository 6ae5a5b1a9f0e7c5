import type { Kind } from "./kind.ts";
import type { Text } from "./text.ts";

const apps: Readonly<Record<string, string>> = {
  dcim: "DCIM",
  extras: "Extras",
  ipam: "IPAM",
  tenancy: "Tenancy",
  users: "Users",
  virtualization: "Virtualization",
};

/** NetBox's words for a type of object: `DCIM | device`. */
export function titleOf({ objectType, noun }: Kind): Text {
  const [app = ""] = objectType.split(".");
  return { en: `${apps[app]} | ${noun.en}`, fr: `${apps[app]} | ${noun.fr}` };
}
