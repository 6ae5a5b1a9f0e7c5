import { join } from "node:path";
import { createNetBoxClient, type NetBoxClient } from "@multipass-netbox/netbox-client";
import {
  connectDatabase,
  type DatabaseConnection,
  type NetBoxLab,
  startNetBox,
} from "@multipass-netbox/netbox-lab";
import { openPynetbox, type Pynetbox } from "./open-pynetbox.ts";
import { openRaw, type Raw } from "./open-raw.ts";
import { say } from "./say.ts";

/** A NetBox of its own with everybody connected to it. `await using` ends it all. */
export interface Arena extends AsyncDisposable {
  readonly lab: NetBoxLab;
  readonly client: NetBoxClient;
  readonly raw: Raw;
  readonly pynetbox: Pynetbox;
  /** Past NetBox: what has to be loaded or removed in bulk outside of the timing. */
  readonly database: DatabaseConnection;
}

/** Starts an empty NetBox and connects to it. */
export async function openArena(): Promise<Arena> {
  await using stack = new AsyncDisposableStack();
  say("Starting a NetBox");
  const lab = stack.use(await startNetBox());
  const database = stack.use(await connectDatabase(join(lab.folder, "database"), "netbox"));
  const pynetbox = stack.use(await openPynetbox(lab));
  const raw = stack.use(openRaw(lab));
  const client = stack.use(createNetBoxClient({ url: lab.url, token: lab.token }));
  // The first request opens a connection and asks for the version.
  await Promise.all([client.status(), raw.get("dcim/sites/")]);
  const held = stack.move();
  return { lab, client, raw, pynetbox, database, [Symbol.asyncDispose]: () => held.disposeAsync() };
}
