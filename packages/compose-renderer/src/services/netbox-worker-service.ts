import type { RenderInput } from "../render-input.ts";
import type { ServiceDefinition } from "../service-definition.ts";
import { ownFolder } from "../stack-names.ts";
import { buildNetBoxBase, mountFile } from "./netbox-service.ts";

/**
 * The worker. It does not wait for a healthy web server: Compose would give up on it when the
 * migrations take longer, and leave it "Created" for ever. Its script waits. Pure.
 */
export function buildNetBoxWorker(input: RenderInput, memoryLimitBytes: number): ServiceDefinition {
  const base = buildNetBoxBase(input);
  const script = `${ownFolder}/launch-worker.sh`;
  return {
    ...base,
    container_name: "netbox-worker",
    command: [script],
    volumes: [
      ...base.volumes,
      mountFile("health-worker.py", `${ownFolder}/health-worker.py`),
      mountFile("launch-worker.sh", script),
    ],
    healthcheck: {
      test: ["CMD", "/opt/netbox/venv/bin/python", `${ownFolder}/health-worker.py`],
      interval: "15s",
      timeout: "10s",
      retries: 3,
      start_period: "1800s",
    },
    mem_limit: memoryLimitBytes,
    // A job gets a minute to end.
    stop_grace_period: "60s",
  };
}
