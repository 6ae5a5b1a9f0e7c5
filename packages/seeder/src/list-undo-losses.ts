import { operationName, operationsOf, type Plan } from "@multipass-netbox/core";
import { kindOf } from "./kinds.ts";
import type { UndoState } from "./load-undo-state.ts";
import { linkedIds } from "./other-fields.ts";
import type { DeleteObject, SeedOperation } from "./seed-operation.ts";
import type { UndoRecord } from "./undo-record.ts";

/** The fields of a deleted object that point to what is there no more. Pure. */
export function listGoneFields(
  { rest }: DeleteObject,
  goneLinks: UndoState["goneLinks"],
): readonly string[] {
  const links = rest ? linkedIds(rest) : [];
  const gone = links.filter(({ path, id }) => goneLinks.has(`${path}${id}/`));
  return [...new Set(gone.map(({ field }) => field))];
}

/** What does not come back when a run is undone by that plan, a sentence each. Pure. */
export function listUndoLosses(
  { operations }: UndoRecord,
  plan: Plan<SeedOperation>,
  { goneLinks }: UndoState,
): readonly string[] {
  const planned = operationsOf(plan).filter(({ action }) => action === "create");
  const names = new Set(planned.map(operationName));
  const deleted = operations
    .map(({ operation }) => operation)
    .filter((operation) => operation.action === "delete");
  const remade = deleted.filter((one) => names.has(operationName({ ...one, action: "create" })));
  return [
    ...(names.size === 0
      ? []
      : ["What comes back gets new ids. Its journal entries and its change log stay lost."]),
    ...remade.flatMap((operation) => describeLosses(operation, goneLinks)),
    ...deleted
      .filter(({ kind }) => kind === "token")
      .map(({ key }) => `token ${key} does not come back: nobody knows its value.`),
  ];
}

function describeLosses(
  operation: DeleteObject,
  goneLinks: UndoState["goneLinks"],
): readonly string[] {
  const { kind, key } = operation;
  const secrets = Object.entries(kindOf(kind).fields).flatMap(([name, { isSecret }]) =>
    isSecret ? [name] : [],
  );
  const gone = listGoneFields(operation, goneLinks);
  return [
    ...secrets.map((name) =>
      name === "password"
        ? `${kind} ${key} comes back with a random password; set it by hand.`
        : `${kind} ${key} comes back without its ${name}; set it by hand.`,
    ),
    ...(gone.length === 0
      ? []
      : [`${kind} ${key} comes back without ${gone.join(", ")}: what it points to is gone.`]),
    ...(operation.rest === undefined
      ? [
          `${kind} ${key} comes back with the fields of seed files alone: its receipt is an old one.`,
        ]
      : []),
  ];
}
