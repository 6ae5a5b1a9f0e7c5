import { composeProject } from "../host-layout.ts";
import { isOfProject, isOurs } from "../is-ours.ts";
import type { PreflightProblem, PreflightSubject } from "../preflight.ts";

/** Whether a name that we need is somebody else's, and whether what we need of others is there. Pure. */
export function checkNames(subject: PreflightSubject): readonly PreflightProblem[] {
  return [
    ...checkContainers(subject),
    ...checkProject(subject),
    ...checkVolumes(subject),
    ...checkNetworks(subject),
    ...checkSecrets(subject),
    ...checkLostSecrets(subject),
  ];
}

function checkContainers({ stack, observation }: PreflightSubject): readonly PreflightProblem[] {
  const wanted = new Set<string>(stack.containers.map(({ name }) => name));
  return observation.containers
    .filter((container) => wanted.has(container.name) && !isOurs(container))
    .map(({ name, image }) => ({
      message: `a container ${name} (${image}) is there and is not ours`,
      remedy: `Rename it: docker rename ${name} ${name}-old. It is never touched by us.`,
    }));
}

function checkProject({ observation }: PreflightSubject): readonly PreflightProblem[] {
  return observation.containers
    .filter((container) => isOfProject(container) && !isOurs(container))
    .map(({ name }) => ({
      message: `the container ${name} belongs to a Compose project ${composeProject} that is not ours`,
      remedy: "Give that project another name: docker compose -p OTHER up -d",
    }));
}

function checkVolumes({ stack, observation }: PreflightSubject): readonly PreflightProblem[] {
  return observation.volumes
    .filter((volume) => stack.volumes.includes(volume.name) && !isOfProject(volume))
    .map(({ name }) => ({
      message: `a volume ${name} is there and is not ours`,
      remedy: `Look what it holds: docker volume inspect ${name}. It is never touched by us.`,
    }));
}

function checkNetworks({ stack, observation }: PreflightSubject): readonly PreflightProblem[] {
  const { external, private: own } = stack.networks;
  const foreign = observation.networks.find((one) => one.name === own && !isOfProject(one));
  return [
    ...(observation.networks.some(({ name }) => name === external)
      ? []
      : [
          {
            message: `the Docker network ${external} is missing`,
            remedy: `It belongs to the stack beside us. Is stack.network right? Networks: docker network ls`,
          },
        ]),
    ...(foreign === undefined
      ? []
      : [
          {
            message: `a network ${own} is there and is not ours`,
            remedy: "Remove it, or give it another name.",
          },
        ]),
  ];
}

// NetBox refuses to start with shorter ones, and its log then speaks of the database.
const fewest = 50;

function checkSecrets({ stack, observation }: PreflightSubject): readonly PreflightProblem[] {
  const long = new Set(
    stack.secrets
      .filter(({ length, template }) => length >= fewest && template === undefined)
      .map(({ name }) => name),
  );
  return observation.secrets
    .filter(({ name, sizeBytes }) => long.has(name) && sizeBytes < fewest)
    .map(({ name, sizeBytes }) => ({
      message: `the secret ${name} on the host has ${sizeBytes} characters`,
      remedy: `NetBox wants ${fewest} or more. Remove the file and deploy again: a new one is made.`,
    }));
}

// PostgreSQL keeps the password that its volume was made with: a new one would not open it.
function checkLostSecrets({ stack, observation }: PreflightSubject): readonly PreflightProblem[] {
  const volume = observation.volumes.find(
    (one) => one.name === "netbox-postgres-data" && isOfProject(one),
  );
  const present = new Set(observation.secrets.map(({ name }) => name));
  const isLost = stack.secrets.some(({ name }) => name === "db_password" && !present.has(name));
  return volume === undefined || !isLost
    ? []
    : [
        {
          message: `the volume ${volume.name} holds a database, and its password secrets/db_password is gone`,
          remedy: `Bring secrets/ back from a backup, or remove the volume if its data may go: docker volume rm ${volume.name}`,
        },
      ];
}
