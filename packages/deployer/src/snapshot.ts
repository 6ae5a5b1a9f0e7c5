import type { RenderedStack } from "@multipass-netbox/compose-renderer";
import * as z from "zod";
import type { HostObservation } from "./host-observation.ts";
import { digestLabel } from "./host-layout.ts";
import { isOfProject, isOurs } from "./is-ours.ts";

const snapshotSchema = z.object({
  files: z.array(z.object({ path: z.string(), mode: z.number(), content: z.string() })),
  secrets: z.array(z.string()),
  credentials: z.array(z.string()),
  volumes: z.array(z.string()),
  networks: z.array(z.string()),
  containers: z.array(
    z.object({
      name: z.string(),
      image: z.string(),
      digest: z.string(),
      status: z.string(),
    }),
  ),
});

/** What of ours was on a host: enough to put it back, without any secret. */
export type Snapshot = z.output<typeof snapshotSchema>;

/** Pure. */
export function takeSnapshot(stack: RenderedStack, observation: HostObservation): Snapshot {
  const { files, secrets, credentials, volumes, networks, containers } = observation;
  const ownVolumes = volumes.filter((one) => stack.volumes.includes(one.name) && isOfProject(one));
  return {
    files: files.map(({ path, mode, content }) => ({ path, mode, content })),
    secrets: secrets.map(({ name }) => name),
    credentials: credentials.map(({ name }) => name),
    volumes: ownVolumes.map(({ name }) => name),
    networks: networks.filter((one) => isOfProject(one)).map(({ name }) => name),
    containers: containers
      .filter((one) => isOurs(one))
      .map(({ name, image, labels, status }) => {
        return { name, image, digest: labels[digestLabel] ?? "", status };
      }),
  };
}

/** A snapshot as a run's record on the host has it; `undefined` for anything else. Pure. */
export function parseSnapshot(value: unknown): Snapshot | undefined {
  const parsed = snapshotSchema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}
