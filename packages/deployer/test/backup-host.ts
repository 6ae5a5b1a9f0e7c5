import {
  publicSchema,
  type RenderedStack,
  renderStack,
  stackSchema,
} from "@multipass-netbox/compose-renderer";
import { MultipassError, type Runner } from "@multipass-netbox/core";
import type { injectThrowAwayVm } from "@multipass-netbox/testkit/throw-away-vm";
import { buildFileScript } from "../src/host-effects/file-script.ts";
import { buildWaitScript } from "../src/host-effects/wait-healthy.ts";
import { composeCall, layoutOf } from "../src/host-layout.ts";
import type { HostRun } from "../src/host-run.ts";
import { hostScript, quoteAll } from "../src/host-script.ts";

type Vm = ReturnType<typeof injectThrowAwayVm>;

const directory = "/opt/multipass/docker/netbox";
export const layout = layoutOf(directory);

/** What is asked of a host without SSH: commands as the operator's user, told of when they end. */
function openVmRunner(vm: Vm): Pick<Runner, "run" | "target"> {
  return {
    target: "the throw-away VM",
    run: async ({ argv, stdin = "", check = true, onLine }) => {
      const result = await vm.exec(argv, { stdin, user: vm.user });
      for (const line of result.stdout.split("\n").slice(0, -1)) {
        onLine?.(line, "stdout");
      }
      if (check && result.exitCode !== 0) {
        throw new MultipassError("REMOTE_COMMAND_FAILED", `${result.stdout}${result.stderr}`);
      }
      return result;
    },
  };
}

/** A stack of the images in the VM, with a database that is migrated for its NetBox. */
export function renderVmStack({ images }: Vm, version: "4.7.0" | "4.7.3" = "4.7.3"): RenderedStack {
  const stack = stackSchema.parse({
    images: {
      netbox: images.netbox[version],
      postgres: images.postgres[version],
      valkey: images.valkey,
    },
  });
  return renderStack({ stack, public: publicSchema.parse({}), directory });
}

/** The same with a NetBox that sleeps: all that is about stopping and starting goes in seconds. */
export function putToSleep(stack: RenderedStack): RenderedStack {
  const sleep = "command:\n      - sleep\n      - infinity";
  const files = stack.files.map((file) => {
    if (/health-(?:web|worker)\.py$/.test(file.path)) {
      return { ...file, content: "" };
    }
    return {
      ...file,
      content: file.content
        .replace("container_name: netbox\n", `container_name: netbox\n    ${sleep}\n`)
        .replace("command:\n      - /opt/multipass-netbox/launch-worker.sh", sleep)
        .replaceAll(/interval: \d+s/g, "interval: 1s"),
    };
  });
  return { ...stack, files };
}

/** A host with a stack on it, made by hand. */
export function openBackupHost(vm: Vm) {
  const runner = openVmRunner(vm) as Runner;
  const sh = async (...lines: readonly string[]): Promise<string> => {
    const stdin = hostScript("set -e", ...lines);
    const { stdout } = await runner.run({ argv: ["sh", "-s"], stdin });
    return stdout.trimEnd();
  };
  const compose = composeCall(layout);
  return {
    runner,
    sh,
    compose,
    /** Writes files and secrets that are missing. */
    place: async (stack: RenderedStack): Promise<void> => {
      await sh(`sudo -n install -d -o "$(id -un)" ${directory}`);
      const present = (await sh(`ls ${layout.secrets} 2> /dev/null || true`)).split("\n");
      const files = stack.files.map(({ path: key, content: after, mode }) => {
        return { action: "create", kind: "file", key, mode, before: undefined, after } as const;
      });
      const secrets = stack.secrets
        .filter(({ name }) => !present.includes(name))
        .map(({ name, length, template = "{value}" }) => {
          return { action: "create", kind: "secret", key: name, length, template } as const;
        });
      await runner.run({
        argv: ["sh", "-s"],
        stdin: buildFileScript(layout, [...files, ...secrets]),
      });
    },
    up: async (...services: readonly string[]): Promise<void> => {
      await sh(`${compose} --progress quiet up --detach --pull never ${quoteAll(services)}`);
      await runner.run({ argv: ["sh", "-s"], stdin: buildWaitScript(services) });
    },
    /** A new run, with its folder. */
    begin: async (id: string): Promise<HostRun> => {
      const folder = `${layout.runs}/${id}`;
      await sh(`mkdir -p ${folder}`);
      return { id, folder };
    },
    sql: async (statement: string): Promise<string> =>
      (
        await runner.run({
          argv: "docker exec -i netbox-postgres psql -XqAt -v ON_ERROR_STOP=1 -U netbox".split(
            " ",
          ) as [string, ...string[]],
          stdin: statement,
        })
      ).stdout.trimEnd(),
    /** Everybody else's containers, with all that may tell a touch. */
    bystanders: async (): Promise<string> =>
      await sh(
        `docker ps -aq --no-trunc | xargs docker inspect --format '{{.Name}} {{.Id}} {{.State.StartedAt}} {{.RestartCount}} {{json .NetworkSettings.Networks}}' | grep -v '^/netbox' | sort`,
      ),
  };
}
