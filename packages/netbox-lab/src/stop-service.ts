import type { Service } from "./service.ts";

/**
 * Ends a service. PostgreSQL is never killed straight away: it would leave a segment of
 * shared memory behind, and it kills what hangs of its own after 5 s. RQ's worker takes 10 s to
 * end politely and has nothing to lose.
 */
export async function stopService(service: Service, isKept: boolean): Promise<void> {
  switch (service.name) {
    case "postgres":
      return service.stop(isKept ? "SIGINT" : "SIGQUIT", isKept ? 30_000 : 10_000);
    case "web":
      return service.stop(isKept ? "SIGTERM" : "SIGKILL", 1500);
    case "worker":
    case "valkey":
      return service.stop("SIGKILL", 0);
  }
}
