import { parseImageReference } from "./image-reference.ts";

/**
 * The NetBox version in the tag of an image: `4.5.2` for `netboxcommunity/netbox:v4.5.2-4.0.0`.
 * `undefined` where the tag does not name one to the patch. Pure.
 */
export function netBoxVersionOf(image: string): string | undefined {
  const tag = parseImageReference(image).tag ?? "";
  return /^v?(?<version>\d+\.\d+\.\d+)(?=-|$)/.exec(tag)?.groups?.["version"];
}

const supportedVersions = ["4.5", "4.6", "4.7"] as const;

/** Why a NetBox version is not supported; `undefined` when it is. Pure. */
export function checkVersionSupported(version: string): string | undefined {
  const minor = version.split(".").slice(0, 2).join(".");
  return supportedVersions.some((one) => one === minor)
    ? undefined
    : `NetBox ${version} is not supported; ${supportedVersions.join(", ")} are`;
}
