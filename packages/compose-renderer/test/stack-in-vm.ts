import { setTimeout } from "node:timers/promises";
import { injectThrowAwayVm } from "@multipass-netbox/testkit/throw-away-vm";
import type { RenderedStack } from "../src/index.ts";
import { renderDefault, type Written } from "./render-default.ts";

type Vm = ReturnType<typeof injectThrowAwayVm>;

/** A stack in the throw-away VM, put there by hand. */
export interface StackInVm {
  readonly stack: RenderedStack;
  /** Runs a command and gives what it printed; throws what it said when it fails. */
  readonly run: (argv: readonly [string, ...string[]], stdin?: string) => Promise<string>;
  readonly compose: (...args: readonly string[]) => Promise<string>;
  /** `healthy`, `unhealthy`, `starting`, by container. */
  readonly readHealth: () => Promise<Readonly<Record<string, string>>>;
  /** Waits until these containers are as expected, for ten minutes at most; gives how all are. */
  readonly waitForHealth: (
    expected: Readonly<Record<string, string>>,
  ) => Promise<Readonly<Record<string, string>>>;
}

/** Names of the four containers, each to be healthy. */
export const allHealthy = {
  netbox: "healthy",
  "netbox-worker": "healthy",
  "netbox-postgres": "healthy",
  "netbox-redis": "healthy",
} as const;

/** Renders a stack on the VM's own images and places its files and secrets. Starts nothing. */
export async function placeStack(
  postgres: keyof Vm["images"]["postgres"],
  written: Written = {},
): Promise<StackInVm> {
  const vm = injectThrowAwayVm();
  const images = {
    netbox: vm.images.netbox["4.7.3"],
    postgres: vm.images.postgres[postgres],
    valkey: vm.images.valkey,
  };
  const stack = renderDefault({ ...written, stack: { ...written.stack, images } });
  const run: StackInVm["run"] = async (argv, stdin) => {
    const { exitCode, stdout, stderr } = await vm.exec(argv, stdin === undefined ? {} : { stdin });
    if (exitCode !== 0) {
      throw new Error(`${argv.join(" ")}: exit code ${exitCode}\n${stdout}${stderr}`);
    }
    return stdout;
  };
  await run(["sh", "-eu"], describePlacing(stack));
  const place = ["--project-directory", stack.directory, "-p", stack.project];
  const file = `${stack.directory}/${stack.composeFile}`;
  const readHealth: StackInVm["readHealth"] = async () => {
    const names = Object.keys(allHealthy);
    const lines = await run(["docker", "inspect", "-f", "{{.State.Health.Status}}", ...names]);
    return Object.fromEntries(
      lines
        .trim()
        .split("\n")
        .map((line, index) => [names[index], line]),
    );
  };
  return {
    stack,
    run,
    compose: async (...args) => run(["docker", "compose", ...place, "-f", file, ...args]),
    readHealth,
    waitForHealth: async (expected) => waitForHealth(readHealth, expected),
  };
}

// What deploy does with more care.
function describePlacing({ directory, files, secrets }: RenderedStack): string {
  return [
    "umask 077",
    `mkdir -p ${directory}`,
    `cd ${directory}`,
    "mkdir -p configuration env secrets",
    ...files.flatMap(({ path, content, mode }) => [
      `echo ${Buffer.from(content).toString("base64")} | base64 -d > ${path}`,
      `chmod ${mode.toString(8)} ${path}`,
    ]),
    "cd secrets",
    ...secrets.map(({ name, length, template }) =>
      template === undefined
        ? `tr -dc A-Za-z0-9 < /dev/urandom | head -c ${length} > ${name}`
        : `printf '%s' "${template.replaceAll(/\{(\w+)\}/g, "$(cat $1)")}" > ${name}`,
    ),
    "chmod 444 *",
  ].join("\n");
}

async function waitForHealth(
  readHealth: StackInVm["readHealth"],
  expected: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const end = Date.now() + 600_000;
  let health = await readHealth();
  while (Object.entries(expected).some(([name, state]) => health[name] !== state)) {
    if (Date.now() > end) {
      return health;
    }
    await setTimeout(1000);
    health = await readHealth();
  }
  return health;
}
