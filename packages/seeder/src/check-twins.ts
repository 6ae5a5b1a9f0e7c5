import type { DesiredObject } from "./desired-object.ts";
import { kindOf } from "./kinds.ts";
import type { Problem } from "./position.ts";
import { placeOf, problemAt } from "./seed-problem.ts";

/** The same object twice, and names that NetBox takes once. Pure; the first one counts. */
export function checkTwins(objects: readonly DesiredObject[]): readonly Problem[] {
  const named = objects.map((object) => [`${object.kind} ${object.identity}`, object] as const);
  const distinct = [...new Map(named.toReversed()).values()].toReversed();
  return [
    ...findTwins(objects, ({ identity }) => identity, "is already"),
    ...findTwins(distinct, uniqueValues, "has the same name as the one"),
  ];
}

type Tell = (object: DesiredObject) => string | undefined;

function findTwins(
  objects: readonly DesiredObject[],
  tell: Tell,
  complaint: string,
): readonly Problem[] {
  const first = new Map<string, DesiredObject>();
  return objects.flatMap((object) => {
    const told = tell(object);
    const name = `${object.kind} ${told}`;
    const earlier = first.get(name);
    first.set(name, earlier ?? object);
    const message = `${object.kind} ${object.key} ${complaint}`;
    return told === undefined || earlier === undefined
      ? []
      : [problemAt(object, [], `${message} ${placeOf(earlier)}`)];
  });
}

function uniqueValues({ kind, fields }: DesiredObject): string | undefined {
  const names = kindOf(kind).uniqueTogether;
  return names && JSON.stringify(names.map((name) => fields[name] ?? null)).toLowerCase();
}
