import type { RenderedStack } from "@multipass-netbox/compose-renderer";
import type { HostObservation } from "./host-observation.ts";

/** The images of a stack that a host lacks. Pure. */
export function listMissingImages(
  { containers }: RenderedStack,
  { images }: HostObservation,
): readonly string[] {
  const present = new Set(images.map(({ reference }) => reference));
  return [...new Set(containers.map(({ image }) => image))].filter((image) => !present.has(image));
}
