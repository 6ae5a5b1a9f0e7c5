import { MultipassError } from "@multipass-netbox/core";
import type {
  HostObservation,
  ObservedFile,
  ObservedName,
  ObservedRun,
} from "./host-observation.ts";
import { parseLockHolder } from "./lock-holder.ts";
import {
  parseContainers,
  parseImages,
  parseNetworks,
  parseVolumes,
} from "./parse-docker-objects.ts";

type Sections = ReadonlyMap<string, string>;

/** What {@link observeHost}'s script printed, as data. Pure. */
export function parseObservation(output: string): HostObservation {
  const sections = readSections(output);
  const docker = parseDockerVersion(textOf(sections, "docker"));
  const hasDocker = docker.version !== undefined;
  return {
    ...parseHost(textOf(sections, "host")),
    ...parseMemory(textOf(sections, "memory")),
    ...parseDisk(textOf(sections, "disk")),
    dockerVersion: docker.version,
    dockerProblem: docker.problem,
    composeVersion: /^v?(?<version>\d+\.\d+\.\d+)/.exec(textOf(sections, "compose"))?.groups?.[
      "version"
    ],
    listening: parseListening(textOf(sections, "listening")),
    containers: hasDocker ? parseContainers(textOf(sections, "containers")) : [],
    networks: hasDocker ? parseNetworks(textOf(sections, "networks")) : [],
    volumes: hasDocker ? parseVolumes(textOf(sections, "volumes")) : [],
    images: hasDocker ? parseImages(textOf(sections, "images")) : [],
    files: linesOf(sections, "files").map(parseFile),
    secrets: linesOf(sections, "secrets").map(parseName),
    credentials: linesOf(sections, "credentials").map(parseName),
    backups: linesOf(sections, "backups").map(parseName),
    runs: linesOf(sections, "runs").map(parseRun),
    brokenRestore: linesOf(sections, "restoring").at(0),
    lockHolder: linesOf(sections, "lock").map(parseLockHolder).at(0),
  };
}

function readSections(output: string): Sections {
  const found = [...output.matchAll(/^@@ (?<name>[a-z]+)\n(?<content>[A-Za-z0-9+/=]*)$/gm)];
  return new Map(
    found.map(({ groups = {} }) => [groups["name"] ?? "", decode(groups["content"] ?? "")]),
  );
}

function decode(text: string): string {
  return Buffer.from(text, "base64").toString("utf8");
}

function textOf(sections: Sections, name: string): string {
  const text = sections.get(name);
  if (text === undefined) {
    throw new MultipassError("REMOTE_COMMAND_FAILED", `the host said nothing about ${name}`, {
      hint: "Does the host's sh print something of its own, from a profile?",
    });
  }
  return text.trim();
}

function linesOf(sections: Sections, name: string): readonly string[] {
  return textOf(sections, name)
    .split("\n")
    .filter((line) => line !== "");
}

const folderStates = ["writable", "foreign", "creatable", "sudo", "denied"] as const;

type HostPart = Pick<
  HostObservation,
  "kernel" | "machine" | "user" | "clock" | "hostname" | "folder"
>;

function parseHost(text: string): HostPart {
  const [system = "", user = "", clock = "", hostname = "", state = ""] = text.split("\n");
  const [kernel = "", machine = ""] = system.split(" ");
  const folder = folderStates.find((one) => one === state) ?? "denied";
  return { kernel, machine, user, clock: Number(clock), hostname, folder };
}

function parseMemory(
  text: string,
): Pick<HostObservation, "memoryTotalBytes" | "memoryAvailableBytes"> {
  const bytesOf = (name: string): number =>
    Number(new RegExp(`^${name}: +(\\d+) kB$`, "m").exec(text)?.[1] ?? 0) * 1024;
  return { memoryTotalBytes: bytesOf("MemTotal"), memoryAvailableBytes: bytesOf("MemAvailable") };
}

// A line of POSIX df: name, size, used, free, percent, place.
function parseDisk(text: string): Pick<HostObservation, "diskFreeBytes" | "dockerDiskFreeBytes"> {
  const [folder = 0, docker = folder] = text
    .split("\n")
    .map((line) => Number(line.trim().split(/\s+/)[3] ?? 0) * 1024);
  return { diskFreeBytes: folder, dockerDiskFreeBytes: docker };
}

function parseDockerVersion(text: string): {
  readonly version: string | undefined;
  readonly problem: string | undefined;
} {
  const version = /"Server":\{.*?"Version":"(?<version>[^"]+)"/s.exec(text)?.groups?.["version"];
  return { version, problem: version === undefined ? text.split("\n").at(-1) : undefined };
}

function parseListening(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim().split(/\s+/)[3] ?? "")
    .filter((address) => address !== "");
}

function parseFile(line: string): ObservedFile {
  const [path = "", mode = "", content = ""] = line.split(" ");
  return { path, mode: Number.parseInt(mode, 8), content: decode(content) };
}

function parseName(line: string): ObservedName {
  const [name = "", mode = "", owner = "", size = ""] = line.split(" ");
  return { name, mode: Number.parseInt(mode, 8), owner, sizeBytes: Number(size) };
}

function parseRun(line: string): ObservedRun {
  const [record = "", receipt = "-", step = "-"] = line.split(" ");
  return {
    record: JSON.parse(decode(record)) as unknown,
    receipt: receipt === "-" ? undefined : (JSON.parse(decode(receipt)) as unknown),
    activeStep: step === "-" ? undefined : step,
  };
}
