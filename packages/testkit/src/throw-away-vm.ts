import { inject } from "vitest";
import { controlVm, type VmControl } from "./vm/control-vm.ts";
import type { VmDescription } from "./vm/vm-description.ts";

export type { RotatedHostKey, VmControl, VmExecOptions } from "./vm/control-vm.ts";
export { standIns } from "./vm/stand-ins.ts";
export type { StandIn } from "./vm/stand-ins.ts";
export type { VmDescription, VmImages } from "./vm/vm-description.ts";

declare module "vitest" {
  interface ProvidedContext {
    throwAwayVm: VmDescription;
  }
}

/** The VM of this run. Test files run one after the other; each begins with `reset()`. */
export function injectThrowAwayVm(): VmDescription & VmControl {
  const vm = inject("throwAwayVm");
  return { ...vm, ...controlVm(vm) };
}
