import { expect } from "vitest";
import type { NetBoxStandIn } from "../src/index.ts";
import { send } from "./send.ts";

/** Makes one object and gives back its id. */
export async function make(netbox: NetBoxStandIn, path: string, body: unknown): Promise<number> {
  const answer = await send(netbox, "POST", path, body);
  expect(answer, `POST ${path}`).toMatchObject({ status: 201 });
  return (answer.body as { readonly id: number }).id;
}

/** One field of every object of a list. */
export async function listed(netbox: NetBoxStandIn, path: string, field = "id"): Promise<unknown> {
  const { body } = await send(netbox, "GET", path);
  const { results } = body as { readonly results: readonly Readonly<Record<string, unknown>>[] };
  return results.map((object) => object[field]);
}
