import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import type { ServiceDefinition } from "../src/service-definition.ts";
import { contentOf, renderDefault, type Written } from "./render-default.ts";

interface ComposeFile {
  readonly name: string;
  readonly services: Readonly<
    Record<string, ServiceDefinition & { readonly labels: Readonly<Record<string, string>> }>
  >;
  readonly networks: Readonly<Record<string, object>>;
  readonly volumes: Readonly<Record<string, object>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

function readCompose(written: Written = {}): ComposeFile {
  return parse(contentOf(renderDefault(written), "docker-compose.netbox.yml")) as ComposeFile;
}

function digestsOf(written: Written): Readonly<Record<string, string>> {
  return Object.fromEntries(
    renderDefault(written).containers.map(({ name, digest }) => [name, digest]),
  );
}

function listRecreated(written: Written): readonly string[] {
  const [before, after] = [digestsOf({}), digestsOf(written)];
  return Object.keys(before).filter((name) => before[name] !== after[name]);
}

function listPublished(written: Written): readonly string[] {
  return Object.values(readCompose(written).services).flatMap(({ ports = [] }) =>
    ports.map((port) => `${port.host_ip}:${port.published}:${port.target}`),
  );
}

describe("the compose file", () => {
  it("has the document's containers under their own names, in a project of ours", () => {
    const { name, services } = readCompose();
    expect(name).toBe("multipass-netbox");
    expect(Object.entries(services).map(([key, one]) => [key, one.container_name])).toEqual([
      ["netbox", "netbox"],
      ["netbox-worker", "netbox-worker"],
      ["netbox-postgres", "netbox-postgres"],
      ["netbox-redis", "netbox-redis"],
    ]);
  });

  it("lets only NetBox join the neighbours' network", () => {
    const { services, networks } = readCompose({ stack: { network: "other" } });
    expect(networks).toEqual({
      shared: { name: "other", external: true },
      private: { name: "multipass-netbox-private" },
    });
    expect(Object.values(services).map((one) => one.networks)).toEqual([
      ["shared", "private"],
      ["shared", "private"],
      ["private"],
      ["private"],
    ]);
  });

  it("publishes two ports, on 127.0.0.1 unless told otherwise", () => {
    expect(listPublished({})).toEqual(["127.0.0.1:8080:8080", "127.0.0.1:5433:5432"]);
    const publish = { address: "::1", netbox: 80, postgres: 81 };
    expect(listPublished({ stack: { publish } })).toEqual(["::1:80:8080", "::1:81:5432"]);
  });

  it("names volumes and secrets itself, and has every path start from its folder", () => {
    const { volumes, secrets, services } = readCompose();
    expect(volumes).toEqual(
      Object.fromEntries(renderDefault().volumes.map((name) => [name, { name }])),
    );
    expect(secrets["db_password"]).toEqual({ file: "./secrets/db_password" });
    const sources = Object.values(services).flatMap((one) =>
      one.volumes.filter(({ type }) => type === "bind").map(({ source }) => source),
    );
    const paths = new Set(renderDefault().files.map(({ path }) => `./${path}`));
    expect(sources.filter((source) => !paths.has(source))).toEqual([]);
  });

  it("mounts one file into NetBox's configuration and not the folder over it", () => {
    const { services } = readCompose();
    const targets = services["netbox"]?.volumes.map(({ target }) => target) ?? [];
    expect(targets.filter((target) => target.startsWith("/etc"))).toEqual([
      "/etc/netbox/config/zz_multipass.py",
    ]);
  });

  it("lets nobody wait for a NetBox that may migrate for longer than Compose waits", () => {
    for (const { depends_on = {} } of Object.values(readCompose().services)) {
      expect(Object.keys(depends_on)).not.toContain("netbox");
    }
    expect(readCompose().services["netbox"]?.healthcheck.start_period).toBe("1800s");
  });

  it("gives all four a limit of memory, together at most 1.6 GB", () => {
    const { containers } = renderDefault();
    const bytes = containers.reduce((sum, { memoryLimitBytes }) => sum + memoryLimitBytes, 0);
    expect(containers.every(({ memoryLimitBytes }) => memoryLimitBytes > 0)).toBe(true);
    expect(bytes).toBeLessThanOrEqual(1.6e9);
  });

  it("writes what older readers of YAML take for a boolean as text", () => {
    const content = contentOf(renderDefault(), "docker-compose.netbox.yml");
    expect(content).toContain('- "yes"\n');
  });
});

describe("secrets", () => {
  it("are names: no value stands in a file, and none is in an environment", () => {
    const { files, secrets } = renderDefault();
    expect(secrets.map(({ name }) => name)).toEqual([
      "secret_key",
      "db_password",
      "redis_password",
      "valkey.conf",
      "api_token_pepper_1",
    ]);
    const environment = files.filter(({ path }) => path.startsWith("env/"));
    expect(environment).toHaveLength(2);
    for (const { content } of environment) {
      expect(content).not.toMatch(/PASSWORD=|SECRET|PEPPER|TOKEN/);
    }
  });

  it("are long enough for NetBox, and made after those that they are made of", () => {
    const { secrets } = renderDefault({ peppers: 3 });
    const lengths = Object.fromEntries(secrets.map(({ name, length }) => [name, length]));
    expect(lengths).toMatchObject({ secret_key: 64, api_token_pepper_3: 64 });
    const names = secrets.map(({ name }) => name);
    for (const { name, template = "" } of secrets) {
      for (const [, other = ""] of template.matchAll(/\{([a-z_0-9.]+)\}/g)) {
        expect(names.slice(0, names.indexOf(name))).toContain(other);
      }
    }
  });

  it("reach the containers that need them and no others", () => {
    const { services } = readCompose({ peppers: 2 });
    const peppers = ["api_token_pepper_1", "api_token_pepper_2"];
    expect(services["netbox-worker"]?.secrets).toEqual(expect.arrayContaining(peppers));
    expect(services["netbox-postgres"]?.secrets).toEqual(["db_password"]);
    expect(services["netbox-redis"]?.secrets).toEqual(["valkey.conf", "redis_password"]);
  });
});

describe("digests", () => {
  it("stand in the labels", () => {
    const { services } = readCompose();
    const labels = Object.values(services).map(
      ({ labels: found }) => found["org.multipass-netbox.digest"],
    );
    expect(labels).toEqual(renderDefault().containers.map(({ digest }) => digest));
  });

  it.each<[string, Written, readonly string[]]>([
    ["nothing", {}, []],
    ["who the superuser is", { stack: { superuser: { email: "a@b.example" } } }, []],
    ["a setting of NetBox", { stack: { language: "de" } }, ["netbox", "netbox-worker"]],
    ["another pepper", { peppers: 2 }, ["netbox", "netbox-worker"]],
    ["an environment file", { stack: { basePath: "" } }, ["netbox", "netbox-worker"]],
    ["the port of PostgreSQL", { stack: { publish: { postgres: 5434 } } }, ["netbox-postgres"]],
    ["a limit", { stack: { memory: { valkey: "160m" } } }, ["netbox-redis"]],
  ])("change where the container must be another one: %s", (_what, written, expected) => {
    expect(listRecreated(written)).toEqual(expected);
  });
});

describe("a stack", () => {
  it("says where NetBox answers, with a base path and without", () => {
    expect(renderDefault().path).toBe("/netbox/");
    expect(renderDefault({ stack: { basePath: "" } }).path).toBe("/");
  });

  it("is rendered the same twice, its shell scripts to be run", () => {
    expect(renderDefault()).toEqual(renderDefault());
    const modes = renderDefault().files.map(
      ({ path, mode }) => [path.endsWith(".sh"), mode] as const,
    );
    for (const [isScript, mode] of modes) {
      expect(mode).toBe(isScript ? 0o755 : 0o644);
    }
  });
});
