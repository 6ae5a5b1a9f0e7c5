import { composeProject, digestLabel } from "./host-layout.ts";
import type { ObservedContainer, ObservedResource } from "./host-observation.ts";

const projectLabel = "com.docker.compose.project";

/** Whether a container is one that we made: our Compose project and our label, never a name. Pure. */
export function isOurs({ labels }: Pick<ObservedContainer, "labels">): boolean {
  return isOfProject({ labels }) && labels[digestLabel] !== undefined;
}

/** Whether a container, volume or network says that it belongs to a project of our name. Pure. */
export function isOfProject({ labels }: Pick<ObservedResource, "labels">): boolean {
  return labels[projectLabel] === composeProject;
}
