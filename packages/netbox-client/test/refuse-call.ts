import { loadExchange, type RecordedVersion } from "@multipass-netbox/testkit";
import type { NetBoxError } from "../src/index.ts";
import { catchError } from "./catch-error.ts";
import { type FakeNetBox, openFakeNetBox } from "./fake-netbox.ts";

type Client = FakeNetBox["client"];

/** The endpoints have a type each; a recorded body fits the one of its kind. */
export function endpointOf(client: Client, kind: keyof Client): Client["tags"] {
  return client[kind] as unknown as Client["tags"];
}

/** What the client says to a call that it must not send, and what it sent all the same. */
export async function refuseCall(
  call: (client: Client) => Promise<unknown>,
  version: RecordedVersion = "4.5.2",
): Promise<{ readonly error: NetBoxError; readonly sent: readonly string[] }> {
  const answer = loadExchange(version, version === "4.5.2" ? "011-status" : "001-status").response;
  await using netbox = openFakeNetBox([answer]);
  const error = await catchError(call(netbox.client));
  const sent = netbox.requests.map(({ path }) => path);
  return { error, sent: sent.filter((path) => path !== "/netbox/api/status/") };
}
