import type { RenderInput } from "../render-input.ts";
import type { ServiceDefinition } from "../service-definition.ts";
import { ownFolder, volumes } from "../stack-names.ts";
import { mountFile } from "./netbox-service.ts";

/** Valkey: queue and cache, on the private network alone. Pure. */
export function buildNetBoxRedis(
  { stack }: RenderInput,
  memoryLimitBytes: number,
): ServiceDefinition {
  const script = `${ownFolder}/health-valkey.sh`;
  return {
    image: stack.images.valkey,
    container_name: "netbox-redis",
    command,
    networks: ["private"],
    volumes: [
      mountFile("health-valkey.sh", script),
      { type: "volume", source: volumes.redisData, target: "/data" },
    ],
    secrets: ["valkey.conf", "redis_password"],
    healthcheck: {
      test: ["CMD", "sh", script],
      interval: "5s",
      timeout: "5s",
      retries: 5,
      start_period: "60s",
    },
    mem_limit: memoryLimitBytes,
    stop_grace_period: "30s",
  };
}

// The password stands in the file. The log of writes makes snapshots needless. No maxmemory: what has
// an end of life, the registration of the worker included, would go for the sake of cached pages.
const command = [
  "valkey-server",
  "/run/secrets/valkey.conf",
  "--dir",
  "/data",
  "--appendonly",
  "yes",
  "--save",
  "",
];
