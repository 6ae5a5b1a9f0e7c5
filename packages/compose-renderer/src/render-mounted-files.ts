import { healthPostgres } from "./files/health-postgres.ts";
import { healthValkey } from "./files/health-valkey.ts";
import { healthWeb } from "./files/health-web.ts";
import { healthWorker } from "./files/health-worker.ts";
import { launchNetBox } from "./files/launch-netbox.ts";
import { launchWorker } from "./files/launch-worker.ts";
import { renderConfiguration } from "./render-configuration.ts";
import { renderNetBoxEnv, renderPostgresEnv } from "./render-env-files.ts";
import type { RenderInput } from "./render-input.ts";
import type { StackFile } from "./rendered-stack.ts";

/** Every file that the compose file names, by path. Pure. */
export function renderMountedFiles(input: RenderInput): readonly StackFile[] {
  const files: Readonly<Record<string, string>> = {
    "configuration/configuration.py": renderConfiguration(input),
    "configuration/health-postgres.sh": healthPostgres,
    "configuration/health-valkey.sh": healthValkey,
    "configuration/health-web.py": healthWeb,
    "configuration/health-worker.py": healthWorker,
    "configuration/launch-netbox.sh": launchNetBox,
    "configuration/launch-worker.sh": launchWorker,
    "env/netbox.env": renderNetBoxEnv(input.stack),
    "env/postgres-netbox.env": renderPostgresEnv(),
  };
  return Object.entries(files).map(([path, content]) => ({
    path,
    content,
    mode: path.endsWith(".sh") ? 0o755 : 0o644,
  }));
}
