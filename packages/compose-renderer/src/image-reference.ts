/** The name of an image in its parts. */
export interface ImageReference {
  /** With the registry, if one is named. */
  readonly repository: string;
  readonly tag: string | undefined;
  /** `sha256:…` */
  readonly digest: string | undefined;
}

/** `registry:5000/team/netbox:v4.5.2-4.0.0@sha256:…` in its parts. Pure. */
export function parseImageReference(image: string): ImageReference {
  const [name = "", digest] = image.split("@");
  const colon = name.lastIndexOf(":");
  const hasTag = colon > name.lastIndexOf("/");
  return {
    repository: hasTag ? name.slice(0, colon) : name,
    tag: hasTag ? name.slice(colon + 1) : undefined,
    digest,
  };
}
