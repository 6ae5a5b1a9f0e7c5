import type { Filter } from "../kind.ts";
import { NotModelled } from "../refusal.ts";
import { kindOfType } from "../targets.ts";

/** By a field that holds a type of object, or several: `dcim.device`. */
export function typeFilter(field: string): Filter {
  return (wanted, place) => {
    const unknown = wanted.find((type) => !kindOfType(type, place));
    if (unknown !== undefined) {
      throw new NotModelled(`finding objects by the type ${unknown}`);
    }
    return ({ values }) => [values[field]].flat().some((type) => wanted.includes(String(type)));
  };
}
