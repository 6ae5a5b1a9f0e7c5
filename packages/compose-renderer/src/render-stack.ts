import { digestService } from "./digest-service.ts";
import { listSecrets } from "./list-secrets.ts";
import { parseMemory } from "./parse-memory.ts";
import { type DigestedService, renderCompose } from "./render-compose.ts";
import type { RenderInput } from "./render-input.ts";
import { renderMountedFiles } from "./render-mounted-files.ts";
import type { RenderedStack, StackContainer } from "./rendered-stack.ts";
import type { ServiceDefinition } from "./service-definition.ts";
import { buildNetBoxPostgres } from "./services/netbox-postgres-service.ts";
import { buildNetBoxRedis } from "./services/netbox-redis-service.ts";
import { buildNetBox } from "./services/netbox-service.ts";
import { buildNetBoxWorker } from "./services/netbox-worker-service.ts";
import { privateNetwork, project, volumes } from "./stack-names.ts";

/** The files, secrets and containers of a stack. The same input gives the same output. Pure. */
export function renderStack(input: RenderInput): RenderedStack {
  const { stack, directory, peppers = 1 } = input;
  const mounted = renderMountedFiles(input);
  const secrets = listSecrets(peppers);
  const networks = { external: stack.network, private: privateNetwork };
  const services = buildServices(input).map((definition) => ({
    definition,
    digest: digestService(definition, mounted, networks),
  }));
  const composeFile = "docker-compose.netbox.yml";
  const content = renderCompose({ services, secrets, networks });
  return {
    project,
    directory,
    composeFile,
    files: [{ path: composeFile, content, mode: 0o644 }, ...mounted],
    secrets,
    containers: services.map(describeContainer),
    volumes: Object.values(volumes),
    networks,
    path: `/${stack.basePath}`,
    superuser: stack.superuser,
  };
}

function buildServices(input: RenderInput): readonly ServiceDefinition[] {
  const { memory } = input.stack;
  return [
    buildNetBox(input, limitOf(memory.netbox)),
    buildNetBoxWorker(input, limitOf(memory.worker)),
    buildNetBoxPostgres(input, limitOf(memory.postgres)),
    buildNetBoxRedis(input, limitOf(memory.valkey)),
  ];
}

// The schema lets no other text pass.
function limitOf(text: string): number {
  return parseMemory(text) ?? 0;
}

function describeContainer({ definition, digest }: DigestedService): StackContainer {
  return {
    name: definition.container_name,
    image: definition.image,
    digest,
    ports: (definition.ports ?? []).map(({ host_ip, published, target }) => ({
      address: host_ip,
      host: Number(published),
      container: target,
    })),
    memoryLimitBytes: definition.mem_limit,
  };
}
