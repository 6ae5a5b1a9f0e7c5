import type { Deployment } from "../deployment.ts";
import { composeCall } from "../host-layout.ts";
import type { HostOperation } from "../host-operation.ts";
import { quoteAll } from "../host-script.ts";

/** Shell that lets Compose make, replace or start the containers that the plan names. Pure. */
export function buildContainerStep(
  { layout }: Pick<Deployment, "layout">,
  operations: readonly HostOperation[],
): string {
  const services = operations
    .filter(({ kind, action }) => kind === "container" && action !== "wait")
    .map(({ key }) => key);
  return services.length === 0
    ? ":"
    : `${composeCall(layout)} up --detach --no-build --pull never ${quoteAll(services)} || exit 1`;
}
