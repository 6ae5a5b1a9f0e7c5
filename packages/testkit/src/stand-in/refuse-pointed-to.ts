import type { Kind, Place } from "./kind.ts";
import { NotModelled } from "./refusal.ts";
import { renderObject } from "./render-object.ts";
import type { Row } from "./store.ts";

/** A 501 for deleting an object that others show: the stand-in neither cascades nor protects. */
export function refusePointedTo(row: Row, place: Place): void {
  const { url } = renderObject(row, place) as { readonly url: string };
  const isShown = place.kinds.some((kind) => holdersOf(url, row, { ...place, kind }));
  if (isShown) {
    throw new NotModelled(`deleting ${url}, to which other objects point`);
  }
}

function holdersOf(url: string, row: Row, place: Place & { readonly kind: Kind }): boolean {
  return place.store
    .rows(place.kind.path)
    .filter((other) => other !== row)
    .some((other) => JSON.stringify(renderObject(other, place)).includes(`"${url}"`));
}
