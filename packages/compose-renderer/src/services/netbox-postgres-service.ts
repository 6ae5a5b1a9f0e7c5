import type { RenderInput } from "../render-input.ts";
import type { ServiceDefinition } from "../service-definition.ts";
import { ownFolder, postgresFolder, volumes } from "../stack-names.ts";
import { mountFile } from "./netbox-service.ts";

/** PostgreSQL, on the private network alone. Pure. */
export function buildNetBoxPostgres(
  { stack }: RenderInput,
  memoryLimitBytes: number,
): ServiceDefinition {
  const { address, postgres } = stack.publish;
  const script = `${ownFolder}/health-postgres.sh`;
  return {
    image: stack.images.postgres,
    container_name: "netbox-postgres",
    env_file: "./env/postgres-netbox.env",
    ports: [{ target: 5432, published: String(postgres), host_ip: address, protocol: "tcp" }],
    networks: ["private"],
    volumes: [
      mountFile("health-postgres.sh", script),
      { type: "volume", source: volumes.postgresData, target: postgresFolder },
    ],
    secrets: ["db_password"],
    healthcheck: {
      test: ["CMD", "sh", script],
      interval: "5s",
      timeout: "5s",
      retries: 5,
      start_period: "120s",
    },
    mem_limit: memoryLimitBytes,
    stop_grace_period: "60s",
  };
}
