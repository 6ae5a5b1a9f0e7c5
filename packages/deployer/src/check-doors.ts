import type { RenderedStack } from "@multipass-netbox/compose-renderer";
import { MultipassError, type Runner, Secret } from "@multipass-netbox/core";
import {
  createNetBoxClient,
  type NetBoxClient,
  type NetBoxClientOptions,
} from "@multipass-netbox/netbox-client";
import type { Deployment } from "./deployment.ts";
import type { HostLayout } from "./host-layout.ts";

/** What was seen through the doors that users take. */
export interface DoorReport {
  /** As the host has it: `http://127.0.0.1:8080/netbox`. */
  readonly url: string;
  /** The version that NetBox gives. */
  readonly netBoxVersion: string;
  /** The static file that the login page names first. */
  readonly staticFile: string;
}

/** NetBox through the host's own port, with the token that deploy stored there. */
export interface HostNetBox extends AsyncDisposable {
  readonly client: NetBoxClient;
  /** On this machine, through the tunnel. */
  readonly url: string;
}

/** Opens the way to a deployed NetBox: a tunnel and a client. The token stays in memory. */
export async function openHostNetBox(
  { runner, stack, layout }: Pick<Deployment, "runner" | "stack" | "layout">,
  settings: Pick<NetBoxClientOptions, "timeoutMs" | "logger"> = {},
): Promise<HostNetBox> {
  const token = await readToken(runner, layout);
  const tunnel = await runner.openTunnel(webPortOf(stack));
  const url = buildUrl(tunnel.port, stack);
  const client = createNetBoxClient({ url, token, ...settings });
  return {
    client,
    url,
    [Symbol.asyncDispose]: async () => {
      await client[Symbol.asyncDispose]();
      await tunnel[Symbol.asyncDispose]();
    },
  };
}

/** The port of the host that leads to NetBox. Pure. */
function webPortOf({ containers }: RenderedStack): number {
  return containers.find(({ name }) => name === "netbox")?.ports[0]?.host ?? 0;
}

function buildUrl(port: number, { path }: RenderedStack): string {
  return `http://127.0.0.1:${port}${path}`.replace(/\/$/, "");
}

async function readToken(runner: Runner, { apiToken }: HostLayout): Promise<Secret> {
  const { stdout } = await runner.run({ argv: ["cat", apiToken] });
  return new Secret(stdout.trim());
}

/**
 * Looks at NetBox as a user does: the login page, a static file that it names, the API with the
 * stored token. Throws `NOT_READY` with the door that is shut.
 */
export async function checkDoors(deployment: Deployment): Promise<DoorReport> {
  await using netbox = await openHostNetBox(deployment);
  const page = await readPage(`${netbox.url}/login/`);
  const staticFile = /(?:href|src)="(?<path>\/[^"]*static\/[^"]+\.(?:css|js))[^"]*"/.exec(page)
    ?.groups?.["path"];
  if (staticFile === undefined) {
    throw new MultipassError("NOT_READY", "the login page of NetBox names no static file");
  }
  await readPage(new URL(staticFile, netbox.url).href);
  const { netboxVersion: netBoxVersion } = await netbox.client.status();
  await netbox.client.checkAuthentication();
  const { stack } = deployment;
  return { url: buildUrl(webPortOf(stack), stack), netBoxVersion, staticFile };
}

async function readPage(url: string): Promise<string> {
  const answer = await fetch(url, { redirect: "manual" }).catch((cause: unknown) => {
    throw new MultipassError("NOT_READY", `${pathOf(url)} does not answer`, { cause });
  });
  if (answer.status !== 200) {
    throw new MultipassError("NOT_READY", `${pathOf(url)} answers ${answer.status}`);
  }
  return await answer.text();
}

function pathOf(url: string): string {
  return new URL(url).pathname;
}
