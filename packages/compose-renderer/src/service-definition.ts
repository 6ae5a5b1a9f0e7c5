import type { ContainerName } from "./rendered-stack.ts";

/** A file or a volume in a container. */
export type ServiceMount =
  | { readonly type: "volume"; readonly source: string; readonly target: string }
  | {
      readonly type: "bind";
      readonly source: string;
      readonly target: string;
      readonly read_only: true;
    };

/** A secret in a container: the one of the same name, or another under a name of its own. */
export type ServiceSecret = string | { readonly source: string; readonly target: string };

/** A port as the Compose specification writes it in full. */
interface ServicePort {
  readonly target: number;
  readonly published: string;
  readonly host_ip: string;
  readonly protocol: "tcp";
}

/** One service in the words of the Compose specification, as far as we use it. */
export interface ServiceDefinition {
  readonly image: string;
  readonly container_name: ContainerName;
  readonly user?: string;
  readonly command?: readonly string[];
  readonly env_file?: string;
  readonly depends_on?: Readonly<Record<string, { readonly condition: "service_healthy" }>>;
  readonly ports?: readonly ServicePort[];
  readonly networks: readonly string[];
  readonly volumes: readonly ServiceMount[];
  readonly secrets: readonly ServiceSecret[];
  readonly healthcheck: ServiceHealth;
  readonly mem_limit: number;
  readonly stop_grace_period: string;
}

/** When a container is well. */
interface ServiceHealth {
  readonly test: readonly ["CMD", ...string[]];
  readonly interval: string;
  readonly timeout: string;
  readonly retries: number;
  readonly start_period: string;
}
