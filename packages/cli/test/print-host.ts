import type { HostObservation, ObservedContainer } from "@multipass-netbox/deployer";

/** What the script that looks at a host prints on a host that is like this. */
export function printHost(host: HostObservation): string {
  return Object.entries(sectionsOf(host))
    .map(([name, text]) => `@@ ${name}\n${Buffer.from(text, "utf8").toString("base64")}\n`)
    .join("");
}

function sectionsOf(host: HostObservation): Readonly<Record<string, string>> {
  const { kernel, machine, user, hostname, folder } = host;
  const clock = Math.round(Date.now() / 1000);
  return {
    host: [`${kernel} ${machine}`, user, clock, hostname, folder].join("\n"),
    memory: `MemTotal: ${host.memoryTotalBytes / 1024} kB\nMemAvailable: ${host.memoryAvailableBytes / 1024} kB`,
    disk: [host.diskFreeBytes, host.dockerDiskFreeBytes]
      .map((bytes) => `/dev/sda1 0 0 ${Math.floor(bytes / 1024)} 50% /`)
      .join("\n"),
    docker: JSON.stringify({ Server: { Version: host.dockerVersion } }),
    compose: host.composeVersion ?? "",
    listening: host.listening.map((address) => `LISTEN 0 4096 ${address} 0.0.0.0:*`).join("\n"),
    containers: JSON.stringify(host.containers.map(inspectContainer)),
    networks: inspectResources(host.networks),
    volumes: inspectResources(host.volumes),
    images: host.images
      .map(
        ({ id, reference, architecture }) =>
          `${reference} ${JSON.stringify({ Id: id, Architecture: architecture })}`,
      )
      .join("\n"),
    files: host.files
      .map(({ path, mode, content }) =>
        [path, mode.toString(8), Buffer.from(content, "utf8").toString("base64")].join(" "),
      )
      .join("\n"),
    secrets: listNames(host.secrets),
    credentials: listNames(host.credentials),
    backups: listNames(host.backups),
    restoring: host.brokenRestore ?? "",
    lock: host.lockHolder === undefined ? "" : JSON.stringify(host.lockHolder),
    runs: host.runs
      .map(({ record, receipt, activeStep = "-" }) =>
        [encode(record), receipt === undefined ? "-" : encode(receipt), activeStep].join(" "),
      )
      .join("\n"),
  };
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value), "utf8").toString("base64");
}

function inspectContainer(container: ObservedContainer): object {
  const { id, name, image, imageId, labels, status, health, startedAt } = container;
  return {
    Id: id,
    Name: `/${name}`,
    Image: imageId,
    RestartCount: container.restartCount,
    Config: { Image: image, Labels: labels },
    State: {
      Status: status,
      StartedAt: startedAt,
      ExitCode: container.exitCode,
      OOMKilled: container.oomKilled,
      Health: { Status: health },
    },
    Mounts: [],
    HostConfig: { PortBindings: {} },
    NetworkSettings: { Networks: {} },
  };
}

function inspectResources(resources: HostObservation["volumes"]): string {
  return JSON.stringify(resources.map(({ name, labels }) => ({ Name: name, Labels: labels })));
}

function listNames(names: HostObservation["secrets"]): string {
  return names
    .map(({ name, mode, owner, sizeBytes }) => `${name} ${mode.toString(8)} ${owner} ${sizeBytes}`)
    .join("\n");
}
