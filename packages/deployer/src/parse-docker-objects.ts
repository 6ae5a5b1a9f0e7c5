import * as z from "zod";
import type { ObservedContainer, ObservedImage, ObservedResource } from "./host-observation.ts";

const labels = z.record(z.string(), z.string()).nullish();

const containerSchema = z.object({
  Id: z.string(),
  Name: z.string(),
  Image: z.string(),
  RestartCount: z.number().default(0),
  Config: z.object({ Image: z.string(), Labels: labels }),
  State: z.object({
    Status: z.string(),
    StartedAt: z.string(),
    ExitCode: z.number(),
    OOMKilled: z.boolean().default(false),
    Health: z.object({ Status: z.string() }).nullish(),
  }),
  Mounts: z.array(
    z.object({
      Type: z.string(),
      Name: z.string().optional(),
      Source: z.string().default(""),
      Destination: z.string(),
    }),
  ),
  HostConfig: z.object({
    PortBindings: z
      .record(
        z.string(),
        z.array(z.object({ HostIp: z.string(), HostPort: z.string() })).nullable(),
      )
      .nullish(),
  }),
  NetworkSettings: z.object({ Networks: z.record(z.string(), z.unknown()).nullish() }),
});

type RawContainer = z.output<typeof containerSchema>;

/** The answer of `docker inspect`, sorted by name. Pure. */
export function parseContainers(text: string): readonly ObservedContainer[] {
  return z
    .array(containerSchema)
    .parse(JSON.parse(text))
    .map(buildContainer)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function buildContainer({ Config, State, ...raw }: RawContainer): ObservedContainer {
  return {
    id: raw.Id,
    name: raw.Name.replace(/^\//, ""),
    image: Config.Image,
    imageId: raw.Image,
    labels: Config.Labels ?? {},
    status: State.Status,
    health: State.Health?.Status ?? "none",
    startedAt: State.StartedAt,
    restartCount: raw.RestartCount,
    exitCode: State.ExitCode,
    oomKilled: State.OOMKilled,
    networks: Object.keys(raw.NetworkSettings.Networks ?? {}).toSorted(),
    ports: listPorts(raw.HostConfig.PortBindings ?? {}),
    mounts: raw.Mounts.map(
      ({ Type, Name, Source, Destination }) => `${Type} ${Name ?? Source} -> ${Destination}`,
    ).toSorted(),
  };
}

// What was asked for, not what is bound now: that is empty while a container is stopped.
function listPorts(
  bindings: NonNullable<RawContainer["HostConfig"]["PortBindings"]>,
): readonly string[] {
  return Object.entries(bindings)
    .flatMap(([inside, hosts]) =>
      (hosts ?? []).map(
        ({ HostIp, HostPort }) => `${HostIp === "" ? "0.0.0.0" : HostIp}:${HostPort}->${inside}`,
      ),
    )
    .toSorted();
}

const resourceSchema = z.array(z.object({ Name: z.string(), Labels: labels }));

/** The answer of `docker network inspect`. Pure. */
export function parseNetworks(text: string): readonly ObservedResource[] {
  return parseResources(text);
}

/** The answer of `docker volume inspect`. Pure. */
export function parseVolumes(text: string): readonly ObservedResource[] {
  return parseResources(text);
}

function parseResources(text: string): readonly ObservedResource[] {
  return resourceSchema
    .parse(JSON.parse(text))
    .map(({ Name, Labels }) => ({ name: Name, labels: Labels ?? {} }));
}

const imageSchema = z.object({ Id: z.string(), Architecture: z.string() });

/** A line per image: what it was asked for by, and JSON. Docker knows all forms of a name. Pure. */
export function parseImages(text: string): readonly ObservedImage[] {
  return text
    .split("\n")
    .filter((line) => line.includes(" {"))
    .map((line) => {
      const [reference = ""] = line.split(" ", 1);
      const image = imageSchema.parse(JSON.parse(line.slice(reference.length + 1)));
      return { id: image.Id, reference, architecture: image.Architecture };
    });
}
