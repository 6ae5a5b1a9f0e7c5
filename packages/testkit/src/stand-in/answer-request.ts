import { answerAvailableIps } from "./available-ips.ts";
import { createObject, createObjects } from "./create-objects.ts";
import { errorSentences } from "./error-sentences.ts";
import type { StandInAnswer, StandInRequest } from "./exchange-types.ts";
import type { Context, Kind, Place } from "./kind.ts";
import { prefixKind } from "./kinds/prefix.ts";
import { listRows } from "./list-rows.ts";
import { NotModelled, Refusal } from "./refusal.ts";
import { renderObject } from "./render-object.ts";
import { fixedAnswers } from "./fixed-answers.ts";
import { refusePointedTo } from "./refuse-pointed-to.ts";
import type { Row } from "./store.ts";
import { updateObject, updateObjects } from "./update-objects.ts";

/** What NetBox 4.5 answers to an authenticated request; a 501 for what our packages never send. */
export function answerRequest(request: StandInRequest, context: Context): StandInAnswer {
  const fixed = fixedAnswers[`${request.method} ${request.path}`];
  if (fixed) {
    return { status: 200, body: fixed };
  }
  const match = /^\/api\/([a-z-]+\/[a-z-]+\/)(?:(\d+)\/(available-ips\/)?)?$/.exec(request.path);
  const [, path, id, below] = match ?? [];
  const kind = context.kinds.find((candidate) => candidate.path === path);
  if (!kind || (below !== undefined && kind !== prefixKind)) {
    throw new NotModelled(`${request.method} ${request.path}`);
  }
  const place = { ...context, kind };
  if (id === undefined) {
    return answerCollection(request, place);
  }
  const row = findRow(kind, Number(id), context);
  return below === undefined
    ? answerObject(request, row, place)
    : answerAvailableIps(request, row, context);
}

function answerCollection({ method, query, body }: StandInRequest, place: Place): StandInAnswer {
  const render = (row: Row): unknown => renderObject(row, place);
  if (method === "GET") {
    return { status: 200, body: listRows(query, place) };
  }
  if (method === "PATCH" && query.size === 0) {
    return { status: 200, body: updateObjects(body, place).map(render) };
  }
  if (method !== "POST" || query.size > 0) {
    throw new NotModelled(`${method} ${place.kind.path}?${query.toString()}`);
  }
  return Array.isArray(body)
    ? { status: 201, body: createObjects(body, place).map(render) }
    : { status: 201, body: render(createObject(body, place)) };
}

function answerObject(
  { method, query, body }: StandInRequest,
  row: Row,
  place: Place,
): StandInAnswer {
  if (query.size === 0 && method === "GET") {
    return { status: 200, body: renderObject(row, place) };
  }
  if (query.size === 0 && method === "PATCH") {
    return { status: 200, body: renderObject(updateObject(row, body, place), place) };
  }
  if (query.size === 0 && method === "DELETE") {
    refusePointedTo(row, place);
    place.store.delete(place.kind.path, row.id);
    return { status: 204 };
  }
  throw new NotModelled(`${method} of one object with ?${query.toString()}`);
}

function findRow(kind: Kind, id: number, { store }: Context): Row {
  const row = store.get(kind.path, id);
  if (!row) {
    throw new Refusal(404, { detail: errorSentences.noMatch(kind.model) });
  }
  return row;
}
