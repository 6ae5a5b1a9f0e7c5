import { answerAvailableIps } from "./available-ips.ts";
import { createObject, createObjects } from "./create-objects.ts";
import { deleteObject, deleteObjects } from "./delete-objects.ts";
import { answerEmptyList } from "./empty-lists.ts";
import { errorSentences } from "./error-sentences.ts";
import type { StandInAnswer, StandInRequest } from "./exchange-types.ts";
import { fixedAnswers } from "./fixed-answers.ts";
import type { Context, Kind, Place } from "./kind.ts";
import { userKind } from "./kinds/user.ts";
import { listRows } from "./list-rows.ts";
import { projectionNames, readProjection } from "./read-projection.ts";
import { NotModelled, Refusal } from "./refusal.ts";
import { renderObject } from "./render-object.ts";
import type { Row } from "./store.ts";
import { updateObject, updateObjects } from "./update-objects.ts";

/** What NetBox 4.5 answers to an authenticated request; a 501 for what our packages never send. */
export function answerRequest(request: StandInRequest, context: Context): StandInAnswer {
  const fixed = fixedAnswers[`${request.method} ${request.path}`];
  if (fixed) {
    return { status: 200, body: fixed };
  }
  if (`${request.method} ${request.path}` === "GET /api/authentication-check/") {
    return {
      status: 200,
      body: renderObject(context.request.user, { ...context, kind: userKind }),
    };
  }
  const empty = answerEmptyList(request);
  if (empty) {
    return empty;
  }
  const match = /^\/api\/([a-z-]+\/[a-z-]+\/)(?:(\d+)\/(available-ips\/)?)?$/.exec(request.path);
  const [, path, id, below] = match ?? [];
  const kind = context.kinds.find((candidate) => candidate.path === path);
  if (!kind) {
    throw new NotModelled(`${request.method} ${request.path}`);
  }
  refuseMethod(request.method, kind);
  const place = { ...context, kind };
  if (id === undefined) {
    return answerCollection(request, place);
  }
  const row = findRow(kind, Number(id), context);
  return below === undefined
    ? answerObject(request, row, place)
    : answerAvailableIps(request, row, place);
}

function refuseMethod(method: string, kind: Kind): void {
  if (kind.isReadOnly && method !== "GET") {
    throw new Refusal(405, { detail: errorSentences.notAllowed(method) });
  }
}

function answerCollection(request: StandInRequest, place: Place): StandInAnswer {
  const { method, query, body } = request;
  const render = (row: Row): unknown => renderObject(row, place);
  if (method === "GET") {
    return { status: 200, body: listRows(query, place) };
  }
  refuseQuery(request);
  if (method === "PATCH") {
    return { status: 200, body: updateObjects(body, place).map(render) };
  }
  if (method === "DELETE") {
    deleteObjects(body, place);
    return { status: 204 };
  }
  if (method !== "POST") {
    throw new NotModelled(`${method} ${place.kind.path}`);
  }
  return Array.isArray(body)
    ? { status: 201, body: createObjects(body, place).map(render) }
    : answerCreated(createObject(body, place), place);
}

/** The answer to a POST of one object says where it is. */
function answerCreated(row: Row, place: Place): StandInAnswer {
  const location = `${place.baseUrl}/api/${place.kind.path}${row.id}/`;
  return { status: 201, headers: { location }, body: renderObject(row, place) };
}

function answerObject(request: StandInRequest, row: Row, place: Place): StandInAnswer {
  const { method, query, body } = request;
  if (method === "GET" && [...query.keys()].every((name) => projectionNames.has(name))) {
    return { status: 200, body: readProjection(query, place)(row) };
  }
  refuseQuery(request);
  if (method === "PATCH") {
    return { status: 200, body: renderObject(updateObject(row, body, place), place) };
  }
  if (method === "DELETE") {
    place.store.transaction(() => deleteObject(row, body, place));
    return { status: 204 };
  }
  if (method === "POST") {
    throw new Refusal(405, { detail: errorSentences.notAllowed(method) });
  }
  throw new NotModelled(`${method} of one object of ${place.kind.path}`);
}

function refuseQuery({ method, path, query }: StandInRequest): void {
  if (query.size > 0) {
    throw new NotModelled(`${method} ${path}?${query.toString()}`);
  }
}

function findRow(kind: Kind, id: number, { store }: Context): Row {
  const row = store.get(kind.path, id);
  if (!row) {
    throw new Refusal(404, { detail: errorSentences.noMatch(kind.model) });
  }
  return row;
}
