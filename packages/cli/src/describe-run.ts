import type { PastRun } from "@multipass-netbox/deployer";

/** A run of a host as data, without what was there before it. Pure. */
export function runAsData(run: PastRun | undefined): object | undefined {
  if (run === undefined) {
    return undefined;
  }
  const { before: _before, ...data } = run;
  return data;
}

/** `deploy by alice@laptop, 2026-11-25T03:15:00.000Z (2026-…-deploy-1a2b)`. Pure. */
export function describeRun({ command, who, at, id }: PastRun): string {
  return `${command} by ${who}, ${at} (${id})`;
}

/** What is known of a run that did not end, a line each. Pure. */
export function describeUnfinished(run: PastRun | undefined): readonly string[] {
  if (run === undefined) {
    return [];
  }
  return [
    `A run did not end: ${describeRun(run)}.`,
    ...(run.activeStep === undefined
      ? []
      : [`Its step ${run.activeStep} is still at work on the host.`]),
  ];
}
