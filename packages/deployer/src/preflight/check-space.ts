import { listMissingImages } from "../list-missing-images.ts";
import { isOurs } from "../is-ours.ts";
import type { PreflightProblem, PreflightSubject } from "../preflight.ts";

const gigabyte = 1_000_000_000;
/** Three images unpacked take 1.5 GB; the rest is the database and its first backups. */
const diskForImages = 4 * gigabyte;
const diskToRun = gigabyte;

/** Disk for images and data, and memory: with NetBox the host stays within its budget. Pure. */
export function checkSpace(subject: PreflightSubject): readonly PreflightProblem[] {
  return [...checkDisk(subject), ...checkMemory(subject)];
}

function checkDisk({ stack, observation }: PreflightSubject): readonly PreflightProblem[] {
  const { dockerDiskFreeBytes, diskFreeBytes } = observation;
  const isComplete = listMissingImages(stack, observation).length === 0;
  const needed = isComplete ? diskToRun : diskForImages;
  return [
    ...checkFree("the disk of Docker", dockerDiskFreeBytes, needed),
    ...(diskFreeBytes === dockerDiskFreeBytes
      ? []
      : checkFree("the disk of the deployment's folder", diskFreeBytes, diskToRun)),
  ];
}

function checkFree(what: string, free: number, wanted: number): readonly PreflightProblem[] {
  return free >= wanted
    ? []
    : [
        {
          message: `${what} has ${inGigabytes(free)} free, and ${inGigabytes(wanted)} are needed`,
          remedy: "Free some, or give the host a bigger disk. Unused images: docker image ls",
        },
      ];
}

// What our running containers use is in what the host uses already; their limits bound the rest.
function checkMemory(subject: PreflightSubject): readonly PreflightProblem[] {
  const { stack, observation, memoryBudgetBytes } = subject;
  const running = new Set(
    observation.containers
      .filter((one) => isOurs(one) && one.status === "running")
      .map(({ name }) => name),
  );
  const added = stack.containers
    .filter(({ name }) => !running.has(name))
    .reduce((sum, { memoryLimitBytes }) => sum + memoryLimitBytes, 0);
  const used = observation.memoryTotalBytes - observation.memoryAvailableBytes;
  const problems = [
    used + added > memoryBudgetBytes &&
      `the host uses ${inGigabytes(used)} and NetBox may take ${inGigabytes(added)} more: over the budget of ${inGigabytes(memoryBudgetBytes)}`,
    added > observation.memoryAvailableBytes &&
      `the host has ${inGigabytes(observation.memoryAvailableBytes)} of memory left, and NetBox may take ${inGigabytes(added)}`,
  ];
  return problems
    .filter((message) => message !== false)
    .map((message) => ({
      message,
      remedy: "Stop something else, give the host more memory, or lower stack.memory.",
    }));
}

function inGigabytes(bytes: number): string {
  return `${(bytes / gigabyte).toFixed(1)} GB`;
}
