import { injectThrowAwayVm } from "@multipass-netbox/testkit/throw-away-vm";
import { beforeAll, describe, expect, it } from "vitest";
import { allHealthy, placeStack, type StackInVm } from "./stack-in-vm.ts";

// A start of NetBox and a failing health check take as long as they take.
const patience = { timeout: 900_000 };
const python = "/opt/netbox/venv/bin/python";
const page = "http://127.0.0.1:8080/netbox/login/";

describe("docker compose", () => {
  it("accepts what is rendered, and finds every file", async () => {
    await injectThrowAwayVm().reset();
    const { compose, stack } = await placeStack("plain", { peppers: 2 });
    const config = JSON.parse(await compose("config", "--format", "json")) as {
      readonly name: string;
      readonly services: Readonly<Record<string, { readonly networks: object }>>;
      readonly volumes: Readonly<Record<string, { readonly name: string }>>;
    };
    expect(config.name).toBe("multipass-netbox");
    expect(Object.keys(config.services)).toHaveLength(4);
    expect(Object.values(config.volumes).map(({ name }) => name)).toEqual(
      expect.arrayContaining([...stack.volumes]),
    );
  });
});

describe("a worker whose database is not migrated", () => {
  it("waits, and neither gives up nor starts over and over", patience, async () => {
    await injectThrowAwayVm().reset();
    const { compose, run } = await placeStack("plain");
    await compose("up", "--detach", "netbox-worker");
    await run(["sleep", "20"]);
    const state = await run([
      "docker",
      "inspect",
      "-f",
      "{{.State.Status}} {{.RestartCount}} {{.State.Health.Status}}",
      "netbox-worker",
    ]);
    expect(state.trim()).toBe("running 0 starting");
    expect(await compose("logs", "netbox-worker")).toContain("Waiting until the database is migr");
  });
});

describe("a stack", () => {
  let vm: StackInVm;

  beforeAll(async () => {
    await injectThrowAwayVm().reset();
    vm = await placeStack("4.7.3");
    await vm.compose("up", "--detach");
  }, patience.timeout);

  it("becomes healthy, all four containers", patience, async () => {
    expect(await vm.waitForHealth(allHealthy)).toEqual(allHealthy);
  });

  const ask = async (...args: readonly string[]): Promise<string> =>
    vm.run(["curl", "--silent", "--show-error", "--max-time", "30", ...args]);
  const askStatus = async (...args: readonly string[]): Promise<string> =>
    ask("--output", "/dev/null", "--write-out", "%{http_code}", ...args);
  const runPython = async (program: string): Promise<string> => {
    const shell = [python, "/opt/netbox/netbox/manage.py", "shell", "--interface", "python"];
    return vm.run(["docker", "exec", "--interactive", "netbox", ...shell], program);
  };

  it("answers with its login page, in French, and with every static file on it", async () => {
    const html = await ask(page);
    expect(html).toContain("Connexion");
    const files = [...html.matchAll(/(?:href|src)="(\/netbox\/static\/[^"]+)"/g)].map(
      ([, path = ""]) => path,
    );
    expect(files.length).toBeGreaterThan(3);
    for (const path of files) {
      expect([path, await askStatus(`http://127.0.0.1:8080${path}`)]).toEqual([path, "200"]);
    }
  });

  it("takes a login by the gateway's address and none from a foreign page", async () => {
    await runPython(
      "from users.models import User\nUser.objects.create_superuser('admin', '', 'Pass-word-1')\n",
    );
    const html = await ask("--cookie-jar", "/tmp/jar", page);
    const field = /csrfmiddlewaretoken" value="(?<token>[^"]+)"/.exec(html)?.groups?.["token"];
    const cookie = (await vm.run(["cat", "/tmp/jar"])).split("\t").at(-1)?.trim() ?? "";
    const logIn = async (origin: string): Promise<string> => {
      const headers = [
        "Host: netbox:8080",
        "X-Forwarded-Host: 192.168.1.161",
        `Origin: ${origin}`,
        `Cookie: csrftoken=${cookie}`,
      ];
      const form = `csrfmiddlewaretoken=${field}&username=admin&password=Pass-word-1`;
      return askStatus(...headers.flatMap((one) => ["--header", one]), "--data", form, page);
    };
    expect(await logIn("http://elsewhere.example")).toBe("403");
    expect(await logIn("http://192.168.1.161:8000")).toBe("302");
    expect(await askStatus("--header", "Host: elsewhere.example", page)).toBe("400");
  });

  it("keeps an upload in its volume, by a token that its pepper was made with", async () => {
    const printed = await runPython(
      [
        "from users.models import Token, User",
        "token = Token(user=User.objects.first(), version=2)",
        "token.save()",
        "print(f'TOKEN nbt_{token.key}.{token.token} {token.pepper_id}')",
        "",
      ].join("\n"),
    );
    const [, token = "", pepper] = /TOKEN (\S+) (\d+)/.exec(printed) ?? [];
    expect(pepper).toBe("1");
    const header = ["--header", `Authorization: Bearer ${token}`];
    const api = "http://127.0.0.1:8080/netbox/api";
    await ask(...header, "--json", '{"name": "S", "slug": "s"}', `${api}/dcim/sites/`);
    await vm.run(["sh", "-c", `echo ${dot} | base64 -d > /tmp/dot.png`]);
    const form = ["object_type=dcim.site", "object_id=1", "name=dot", "image=@/tmp/dot.png"];
    const answer = await ask(
      ...header,
      ...form.flatMap((field) => ["--form", field]),
      `${api}/extras/image-attachments/`,
    );
    expect(JSON.parse(answer)).toMatchObject({ image_width: 1 });
    const stored = ["find", "/opt/netbox/netbox/media", "-name", "*dot*"];
    expect(await vm.run(["docker", "exec", "netbox-worker", ...stored])).toContain("dot");
  });

  it("is not shut by connections that idle", async () => {
    const inWorker = ["docker", "exec", "--interactive", "netbox-worker"] as const;
    expect(await vm.run([...inWorker, python, "-"], holdConnections)).toBe("40 answered\n");
  });

  it("shows no secret to docker inspect or in a process list", async () => {
    const names = vm.stack.secrets.map(({ name }) => name).filter((name) => name !== "valkey.conf");
    const values = await Promise.all(
      names.map(async (name) => vm.run(["cat", `${vm.stack.directory}/secrets/${name}`])),
    );
    expect(values.every((value) => value.length >= 48)).toBe(true);
    const inspected = await vm.run(["docker", "inspect", ...Object.keys(allHealthy)]);
    const processes = await vm.run(["ps", "axeww"]);
    for (const value of values) {
      expect(inspected.includes(value) || processes.includes(value)).toBe(false);
    }
  });

  it("is left alone by another up", async () => {
    const readIds = async (): Promise<string> =>
      vm.run([
        "docker",
        "inspect",
        "-f",
        "{{.Id}} {{.State.StartedAt}}",
        ...Object.keys(allHealthy),
      ]);
    const before = await readIds();
    await vm.compose("up", "--detach");
    expect(await readIds()).toBe(before);
  });

  it("is unhealthy without Valkey, web and worker, and well again after", patience, async () => {
    await vm.run(["docker", "stop", "netbox-redis"]);
    const without = { netbox: "unhealthy", "netbox-worker": "unhealthy" };
    expect(await vm.waitForHealth(without)).toMatchObject(without);
    await vm.run(["docker", "start", "netbox-redis"]);
    expect(await vm.waitForHealth(allHealthy)).toEqual(allHealthy);
  });

  it("is unhealthy without PostgreSQL, whose login page still says 200", patience, async () => {
    await vm.run(["docker", "stop", "netbox-postgres"]);
    expect(await askStatus(page)).toBe("200");
    expect(await vm.waitForHealth({ netbox: "unhealthy" })).toMatchObject({ netbox: "unhealthy" });
    await vm.run(["docker", "start", "netbox-postgres"]);
    expect(await vm.waitForHealth(allHealthy)).toEqual(allHealthy);
  });
});

/** A picture of one pixel. */
const dot =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const holdConnections = `
import socket

request = b"GET /netbox/login/ HTTP/1.1\\r\\nHost: localhost\\r\\n\\r\\n"
held = []
for _ in range(40):
    connection = socket.create_connection(("netbox", 8080), 10)
    connection.sendall(request)
    if connection.recv(12) == b"HTTP/1.1 200":
        held.append(connection)
print(len(held), "answered")
`;
