import { netBoxVersionOf } from "@multipass-netbox/compose-renderer";
import { isOurs } from "../is-ours.ts";
import type { PreflightProblem, PreflightSubject } from "../preflight.ts";

/** Whether this would change the version of a NetBox that has data: `upgrade` does that. Pure. */
export function checkVersionChange(subject: PreflightSubject): readonly PreflightProblem[] {
  const now = subject.observation.containers.find((one) => one.name === "netbox" && isOurs(one));
  const wanted = subject.stack.containers.find(({ name }) => name === "netbox");
  if (now === undefined || wanted === undefined || subject.mayChangeVersion) {
    return [];
  }
  const [from, to] = [netBoxVersionOf(now.image), netBoxVersionOf(wanted.image)];
  return from === to
    ? []
    : [
        {
          message: `NetBox ${from} runs on the host, and the configuration names ${to}`,
          remedy: `multipass-netbox upgrade --to ${to} migrates the database, with a backup and a way back. To stay: stack.images.netbox: ${now.image}`,
        },
      ];
}
