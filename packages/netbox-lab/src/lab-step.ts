/** A step of {@link startNetBox} or {@link upLab}, as plain data. */
export interface LabStep {
  /** Stable, for programs. */
  readonly id: LabStepId;
  /** For people, for example `Restore the database`. */
  readonly title: string;
  /** Steps overlap: several may be begun and not yet ended. */
  readonly state: "begun" | "ended";
}

export type LabStepId = "python" | "packages" | "postgres" | "database" | "web" | "worker";

/** Hears of steps as they begin and end. Must not throw. */
export type OnLabStep = (step: LabStep) => void;

const titles: Readonly<Record<LabStepId, string>> = {
  python: "Find Python",
  packages: "Install NetBox's Python packages",
  postgres: "Install PostgreSQL",
  database: "Create the database and restore the schema",
  web: "Start NetBox",
  worker: "Start the background worker",
};

/** Runs one step and tells its begin and its end; a step that fails never ends. */
export async function runStep<T>(
  id: LabStepId,
  onProgress: OnLabStep | undefined,
  work: () => Promise<T>,
): Promise<T> {
  onProgress?.({ id, title: titles[id], state: "begun" });
  const result = await work();
  onProgress?.({ id, title: titles[id], state: "ended" });
  return result;
}
