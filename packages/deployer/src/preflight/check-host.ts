import type { HostObservation } from "../host-observation.ts";
import type { PreflightProblem, PreflightSubject } from "../preflight.ts";

/** A problem of the host itself; after a fatal one nothing else can be said. */
export interface HostProblem extends PreflightProblem {
  readonly isFatal: boolean;
}

/** System, architecture, Docker, Compose, folder, clock. Pure. */
export function checkHost({ observation, clock }: PreflightSubject): readonly HostProblem[] {
  return [
    ...checkSystem(observation),
    ...checkDocker(observation),
    ...checkFolder(observation),
    ...checkClock(observation, clock),
  ];
}

function checkSystem({ kernel, machine }: HostObservation): readonly HostProblem[] {
  const isKnown = kernel === "Linux" && ["x86_64", "aarch64"].includes(machine);
  return isKnown
    ? []
    : [
        fatal(
          `the host is ${kernel} on ${machine}`,
          "NetBox's images are for Linux on x86_64 and aarch64.",
        ),
      ];
}

const oldestDocker = [20, 10] as const;
const oldestCompose = [2, 20] as const;

function checkDocker(observation: HostObservation): readonly HostProblem[] {
  const { dockerVersion, dockerProblem = "", composeVersion, user } = observation;
  if (dockerVersion === undefined) {
    return [
      fatal(
        `${user} can't use Docker on the host: ${dockerProblem}`,
        `Is the daemon running, and ${user} in the group docker? sudo usermod -aG docker ${user}`,
      ),
    ];
  }
  if (composeVersion === undefined) {
    return [
      fatal(
        "the host has no Docker Compose plug-in",
        "sudo apt-get install docker-compose-v2 (Ubuntu) or docker-compose-plugin (docker.com)",
      ),
    ];
  }
  return [
    ...checkAge("Docker", dockerVersion, oldestDocker),
    ...checkAge("Docker Compose", composeVersion, oldestCompose),
  ];
}

function checkAge(
  what: string,
  version: string,
  [major, minor]: readonly [number, number],
): readonly HostProblem[] {
  const [haveMajor = 0, haveMinor = 0] = version.split(".").map(Number);
  const isOld = haveMajor < major || (haveMajor === major && haveMinor < minor);
  return isOld
    ? [fatal(`${what} ${version} is too old`, `${major}.${minor} or later is needed.`)]
    : [];
}

function checkFolder({ folder, user }: HostObservation): readonly HostProblem[] {
  const remedy = `Make it once: sudo install -d -o ${user} FOLDER. Or let ${user} use sudo without a password.`;
  return {
    writable: [],
    creatable: [],
    sudo: [],
    foreign: [plain(`the folder of the deployment is not writable for ${user}`, remedy)],
    denied: [plain(`${user} can't make the folder of the deployment`, remedy)],
  }[folder];
}

const clockTolerance = 300;

function checkClock({ clock: there }: HostObservation, here: number): readonly HostProblem[] {
  const off = Math.round(Math.abs(there - here));
  return off <= clockTolerance
    ? []
    : [
        plain(
          `the clocks of the host and of this machine are ${off} s apart`,
          "Set them right: timedatectl set-ntp true",
        ),
      ];
}

function fatal(message: string, remedy: string): HostProblem {
  return { message, remedy, isFatal: true };
}

function plain(message: string, remedy: string): HostProblem {
  return { message, remedy, isFatal: false };
}
