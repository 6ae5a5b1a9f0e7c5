import { parseImageReference } from "./image-reference.ts";
import { checkVersionSupported, netBoxVersionOf } from "./netbox-version.ts";

/** Why a text names no image, or one that may change under us; `undefined` when all is well. Pure. */
export function checkImage(image: string): string | undefined {
  const { tag, digest } = parseImageReference(image);
  if (!imagePattern.test(image)) {
    return "must be the name of an image: postgres:17-alpine";
  }
  return tag === undefined && digest === undefined
    ? "must have a tag or a digest: without one it is whatever is newest"
    : undefined;
}

const imagePattern =
  /^[a-z0-9]+([._:-]+[a-z0-9]+)*(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*(:\w[\w.-]{0,127})?(@sha256:[0-9a-f]{64})?$/;

/**
 * The same for NetBox's image: its tag names NetBox to the patch and its build, or a digest stands
 * beside it. `v4.5` and `v4.5-4.0.0` are built anew every day. Pure.
 */
export function checkNetBoxImage(image: string): string | undefined {
  const { tag = "", digest, repository } = parseImageReference(image);
  const version = netBoxVersionOf(image);
  const example = `${repository}:v4.5.2-4.0.0`;
  return (
    checkImage(image) ??
    (version === undefined
      ? `the tag ${tag} does not say which NetBox it is, to the patch: ${example}`
      : checkVersionSupported(version)) ??
    (digest === undefined && !tag.includes("-")
      ? `the tag ${tag} is built anew from time to time: name the build too, as in ${example}, or a digest`
      : undefined)
  );
}
