import { header } from "./header.ts";
import { postgresFolder } from "./stack-names.ts";
import type { StackConfig } from "./stack-schema.ts";

const database = { name: "netbox", user: "netbox" } as const;

/** `env/netbox.env`: where NetBox finds its servers, and how it starts. Pure. */
export function renderNetBoxEnv({ workers, basePath }: StackConfig): string {
  return renderEnvFile({
    DB_HOST: "netbox-postgres",
    DB_PORT: 5432,
    DB_NAME: database.name,
    DB_USER: database.user,
    REDIS_HOST: "netbox-redis",
    REDIS_PORT: 6379,
    REDIS_DATABASE: 0,
    REDIS_CACHE_DATABASE: 1,
    // Else the image makes a superuser admin with the password admin.
    SKIP_SUPERUSER: "true",
    GRANIAN_WORKERS: workers,
    MULTIPASS_NETBOX_PATH: `/${basePath}`,
  });
}

/** `env/postgres-netbox.env` Pure. */
export function renderPostgresEnv(): string {
  return renderEnvFile({
    POSTGRES_DB: database.name,
    POSTGRES_USER: database.user,
    POSTGRES_PASSWORD_FILE: "/run/secrets/db_password",
    PGDATA: postgresFolder,
  });
}

// Letters, digits and _ . ~ / - only, in which no reader of such a file sees quotes or variables:
// what an operator writes freely goes into configuration.py.
function renderEnvFile(values: Readonly<Record<string, string | number>>): string {
  const lines = Object.entries(values).map(([name, value]) => `${name}=${value}`);
  return `${header}${lines.join("\n")}\n`;
}
