import { customFieldsOf } from "../custom-field-values.ts";
import type { Filter } from "../kind.ts";
import { NotModelled } from "../refusal.ts";
import type { Row } from "../store.ts";

/** `cf_vmid` */
export function isCustomFieldFilter(name: string): boolean {
  return name.startsWith("cf_");
}

/**
 * By the value of a custom field. Of a name that no custom field of the kind has, NetBox answers
 * everything. Text is found by a part of it unless the field's `filter_logic` is `exact` (not
 * recorded: NetBox's documents).
 */
export function customFieldFilter(parameter: string): Filter {
  const name = parameter.slice("cf_".length);
  return (wanted, place) => {
    const definition = customFieldsOf(place).find(({ values }) => values["name"] === name);
    if (!definition || definition.values["filter_logic"] === "disabled") {
      if (/__/.test(name)) {
        throw new NotModelled(`the filter ${parameter}`);
      }
      return () => true;
    }
    const fits = comparisonFor(definition);
    return ({ values }) => {
      const stored = (values["custom_fields"] as Row["values"] | undefined)?.[name];
      return [stored].flat().some((value) => wanted.some((text) => fits(value, text)));
    };
  };
}

function comparisonFor({ values }: Row): (value: unknown, text: string) => boolean {
  const { type, filter_logic: logic } = values;
  if (logic === "loose" && ["text", "longtext", "url"].includes(String(type))) {
    return (value, text) =>
      typeof value === "string" && value.toLowerCase().includes(text.toLowerCase());
  }
  if (type === "json") {
    throw new NotModelled("finding objects by a JSON custom field");
  }
  return (value, text) => isScalar(value) && String(value) === text;
}

function isScalar(value: unknown): value is string | number | boolean {
  return ["string", "number", "boolean"].includes(typeof value);
}
