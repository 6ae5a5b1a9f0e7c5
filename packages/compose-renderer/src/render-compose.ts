import { stringify } from "yaml";
import { header } from "./header.ts";
import type { RenderedStack, StackSecret } from "./rendered-stack.ts";
import type { ServiceDefinition } from "./service-definition.ts";
import { digestLabel, project, volumes } from "./stack-names.ts";

/** A service and what its label says. */
export interface DigestedService {
  readonly definition: ServiceDefinition;
  readonly digest: string;
}

/** What the compose file is made of. */
export interface ComposeParts {
  readonly services: readonly DigestedService[];
  readonly secrets: readonly StackSecret[];
  readonly networks: RenderedStack["networks"];
}

/** The compose file, its paths relative to its folder. Pure. */
export function renderCompose({ services, secrets, networks }: ComposeParts): string {
  const document = {
    name: project,
    services: Object.fromEntries(
      services.map((service) => [service.definition.container_name, buildService(service)]),
    ),
    networks: {
      shared: { name: networks.external, external: true },
      private: { name: networks.private },
    },
    volumes: Object.fromEntries(Object.values(volumes).map((name) => [name, { name }])),
    secrets: Object.fromEntries(secrets.map(({ name }) => [name, { file: `./secrets/${name}` }])),
  };
  return `${header}${stringify(document, format)}`;
}

// YAML 1.1 has more words that need quotes, `yes` among them, and older readers go by it.
const format = { version: "1.1", lineWidth: 0, aliasDuplicateObjects: false } as const;

function buildService({ definition, digest }: DigestedService): Readonly<Record<string, unknown>> {
  const { container_name, image, user, command, env_file, depends_on, ...rest } = definition;
  const { networks, ports, volumes: mounts, secrets, ...limits } = rest;
  return {
    container_name,
    image,
    user,
    command,
    env_file,
    secrets,
    depends_on,
    networks,
    ports,
    volumes: mounts,
    ...limits,
    restart: "unless-stopped",
    security_opt: ["no-new-privileges:true"],
    logging: { driver: "json-file", options: { "max-size": "10m", "max-file": "3" } },
    labels: { [digestLabel]: digest },
  };
}
