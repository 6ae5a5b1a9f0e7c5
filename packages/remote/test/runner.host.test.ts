import { injectThrowAwayVm } from "@multipass-netbox/testkit/throw-away-vm";
import { beforeAll, describe } from "vitest";
import { openRunner } from "../src/index.ts";
import { checkRunner } from "./contract/check-runner.ts";
import { vmHost } from "./vm-host.ts";

const vm = injectThrowAwayVm();
beforeAll(() => vm.reset());

describe("a runner over one connection", () => {
  checkRunner(() => openRunner(vmHost(vm)));
});

describe("a runner with a connection for each command", () => {
  checkRunner(() => openRunner(vmHost(vm), { multiplex: false }));
});
