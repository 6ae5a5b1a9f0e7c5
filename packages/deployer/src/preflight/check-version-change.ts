import { netBoxVersionOf } from "@multipass-netbox/compose-renderer";
import { isDatabaseRunning } from "../is-database-running.ts";
import { isOurs } from "../is-ours.ts";
import type { PreflightProblem, PreflightSubject } from "../preflight.ts";

/** Whether this would change the version of a NetBox that has data: `upgrade` does that. Pure. */
export function checkVersionChange(subject: PreflightSubject): readonly PreflightProblem[] {
  const now = subject.observation.containers.find((one) => one.name === "netbox" && isOurs(one));
  const wanted = subject.stack.containers.find(({ name }) => name === "netbox");
  if (now === undefined || wanted === undefined) {
    return [];
  }
  const [from, to] = [netBoxVersionOf(now.image), netBoxVersionOf(wanted.image)];
  if (from === to) {
    return [];
  }
  return subject.mayChangeVersion
    ? checkDatabase(subject)
    : [
        {
          message: `NetBox ${from} runs on the host, and the configuration names ${to}`,
          remedy: `multipass-netbox upgrade --to ${to} migrates the database, with a backup and a way back. To stay: stack.images.netbox: ${now.image}`,
        },
      ];
}

// Without a backup there would be no way back.
function checkDatabase({ observation }: PreflightSubject): readonly PreflightProblem[] {
  return isDatabaseRunning(observation)
    ? []
    : [
        {
          message: "netbox-postgres does not run, so it can't be saved before the upgrade",
          remedy: "Bring it up with the old image first: multipass-netbox deploy",
        },
      ];
}
