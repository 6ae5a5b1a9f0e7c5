/** Something that would go along with a change and was not to be changed. */
export interface Orphan {
  /** What is to be deleted or changed. */
  readonly cause: string;
  /** What would be lost with it, or would lose its link to it. */
  readonly loss: string;
  readonly effect: "deleted" | "unlinked";
}

/** `dcim/devices/5/ (web)` */
export function nameLoss(
  path: string,
  { id, display }: { readonly id: number; readonly display?: unknown },
): string {
  return `${path}${id}/ (${String(display)})`;
}
