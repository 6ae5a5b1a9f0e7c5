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
    `names=$(docker volume ls -q ${ours}) || exit 1
if printf '%s\\n' "$names" | grep -qxF ${quote(name)}; then docker volume rm ${quote(name)} > /dev/null || exit 1; fi`,
  network: (name) =>
    `names=$(docker network ls --format '{{.Name}}' ${ours}) || exit 1
if printf '%s\\n' "$names" | grep -qxF ${quote(name)}; then docker network rm ${quote(name)} > /dev/null || exit 1; fi`,
  superuser: (_, { superuserPassword }) => removeAll(superuserPassword),
  "api-token": (_, { apiToken }) => removeAll(apiToken),
};

// What a rotation that broke off left beside it goes too.
function removeAll(file: string): string {
  return `rm -f ${[file, `${file}.new`, `${file}.old`].map(quote).join(" ")} || exit 1`;
}
