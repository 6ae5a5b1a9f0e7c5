import { listPeppers } from "../list-secrets.ts";
import type { RenderInput } from "../render-input.ts";
import type { ServiceDefinition, ServiceMount, ServiceSecret } from "../service-definition.ts";
import { netBoxFolders, ownFolder, volumes } from "../stack-names.ts";

/** What the web server and the worker share: they are the same NetBox. */
export type NetBoxBase = Pick<
  ServiceDefinition,
  "image" | "user" | "env_file" | "networks" | "volumes" | "secrets"
> &
  Required<Pick<ServiceDefinition, "depends_on">>;

/** The part of the definition that both have. Pure. */
export function buildNetBoxBase({ stack, peppers = 1 }: RenderInput): NetBoxBase {
  return {
    image: stack.images.netbox,
    // As in the image's own compose file: group root owns what NetBox writes.
    user: "netbox:root",
    env_file: "./env/netbox.env",
    depends_on: {
      "netbox-postgres": { condition: "service_healthy" },
      "netbox-redis": { condition: "service_healthy" },
    },
    networks: ["shared", "private"],
    volumes: [
      mountFile("configuration.py", "/etc/netbox/config/zz_multipass.py"),
      mountFile("health-web.py", `${ownFolder}/health-web.py`),
      { type: "volume", source: volumes.media, target: netBoxFolders.media },
      { type: "volume", source: volumes.reports, target: netBoxFolders.reports },
      { type: "volume", source: volumes.scripts, target: netBoxFolders.scripts },
    ],
    secrets: mountSecrets(peppers),
  };
}

/** A file of `configuration/` in a container. Pure. */
export function mountFile(name: string, target: string): ServiceMount {
  return { type: "bind", source: `./configuration/${name}`, target, read_only: true };
}

function mountSecrets(peppers: number): readonly ServiceSecret[] {
  return [
    "secret_key",
    "db_password",
    "redis_password",
    // The image does not take the one for the other.
    { source: "redis_password", target: "redis_cache_password" },
    ...listPeppers(peppers),
  ];
}

/** The web server. Pure. */
export function buildNetBox(input: RenderInput, memoryLimitBytes: number): ServiceDefinition {
  const { address, netbox } = input.stack.publish;
  const base = buildNetBoxBase(input);
  return {
    ...base,
    container_name: "netbox",
    volumes: [...base.volumes, mountFile("launch-netbox.sh", "/opt/netbox/launch-netbox.sh")],
    ports: [{ target: 8080, published: String(netbox), host_ip: address, protocol: "tcp" }],
    healthcheck: {
      test: ["CMD", "/opt/netbox/venv/bin/python", "-I", "-S", `${ownFolder}/health-web.py`],
      interval: "15s",
      timeout: "10s",
      retries: 4,
      // A first start was seen to take 7.4 minutes. A success ends the period early.
      start_period: "1800s",
    },
    mem_limit: memoryLimitBytes,
    stop_grace_period: "30s",
  };
}
