import type { LabProcess } from "./lab-state.ts";
import { type Service, type ServiceCommand, startService } from "./service.ts";
import { stopService } from "./stop-service.ts";

/** The services of one lab: when one ends by itself, `failure` aborts with what happened. */
export class ServiceGroup {
  readonly #services: Service[] = [];
  readonly #failure = new AbortController();
  #isKept: boolean;
  #isClosing = false;

  /** A kept lab's services are given time to put their data down. */
  constructor(isKept: boolean) {
    this.#isKept = isKept;
  }

  get failure(): AbortSignal {
    return this.#failure.signal;
  }

  get processes(): readonly LabProcess[] {
    return this.#services.map(({ identity }) => identity);
  }

  /** Makes `error` the failure, unless there is one already. */
  fail(error: unknown): void {
    this.#failure.abort(error);
  }

  /** As `fail`, when there is no data left that the services should be given time for. */
  abandon(error: unknown): void {
    this.#isKept = false;
    this.fail(error);
  }

  async start(command: ServiceCommand): Promise<void> {
    this.#failure.signal.throwIfAborted();
    const service = await startService(command);
    this.#services.push(service);
    void this.#watch(service);
    // It was on its way when the group was stopped.
    if (this.#isClosing) await stopService(service, this.#isKept);
  }

  /** Ends all of them, last started first. A service that is still starting ends as well. */
  async stop(): Promise<void> {
    this.#isClosing = true;
    const others = this.#services.filter((service) => !isDatabase(service));
    await Promise.all(others.map(async (service) => stopService(service, this.#isKept)));
    const databases = this.#services.filter(isDatabase);
    await Promise.all(databases.map(async (service) => stopService(service, this.#isKept)));
  }
  async #watch({ ended }: Service): Promise<void> {
    const error = await ended;
    if (!this.#isClosing) this.fail(error);
  }
}

function isDatabase({ name }: Service): boolean {
  return name === "postgres";
}
