import { composeProject, type HostLayout } from "../host-layout.ts";
import type { HostOperation } from "../host-operation.ts";
import { hostScript, quote } from "../host-script.ts";

const ours = `--filter label=com.docker.compose.project=${composeProject}`;

/** Shell that removes containers, volumes, networks and credentials of ours, each by its name. Pure. */
export function buildRemovalScript(
  layout: HostLayout,
  operations: readonly HostOperation[],
): string {
  return hostScript(...operations.map(({ kind, key }) => removals[kind as Removable](key, layout)));
}

type Removable = "container" | "volume" | "network" | "superuser" | "api-token";

// Never by name alone: what has our name and not our label is not ours.
const removals: Readonly<Record<Removable, (name: string, layout: HostLayout) => string>> = {
  container: (name) => `ids=$(docker ps -aq ${ours} --filter ${quote(`name=^/${name}$`)}) || exit 1
if [ -n "$ids" ]; then docker rm -f $ids > /dev/null || exit 1; fi`,
  volume: (name) =>
    `if docker volume ls -q ${ours} | grep -qxF ${quote(name)}; then docker volume rm ${quote(name)} > /dev/null || exit 1; fi`,
  network: (name) =>
    `if docker network ls --format '{{.Name}}' ${ours} | grep -qxF ${quote(name)}; then docker network rm ${quote(name)} > /dev/null || exit 1; fi`,
  superuser: (_, { superuserPassword }) => `rm -f ${quote(superuserPassword)} || exit 1`,
  "api-token": (_, { apiToken }) => `rm -f ${quote(apiToken)} || exit 1`,
};
