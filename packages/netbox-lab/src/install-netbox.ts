import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { checkPlatform } from "./check-platform.ts";
import { findPython } from "./find-python.ts";
import { holdLock } from "./hold-lock.ts";
import { installPackages } from "./install-packages.ts";
import { installPostgres } from "./install-postgres.ts";
import { type Installation, installationAt } from "./installation.ts";
import { installationDigest } from "./installation-digest.ts";
import { readInstallation, writeMarker } from "./installation-marker.ts";
import type { LabOptions } from "./lab-options.ts";
import { runStep } from "./lab-step.ts";
import { makeFolder } from "./make-folder.ts";
import { nativeFile } from "./native-file.ts";
import { type NetBoxVersion, netBoxVersions } from "./netbox-versions.ts";
import type { ResolvedOptions } from "./resolve-options.ts";

/**
 * The installation for these options, made now if it is missing, half made or broken.
 * Safe to run concurrently, also by several processes.
 *
 * @throws MultipassError LAB_PREREQUISITE, LOCK_HELD
 */
export async function installNetBox(options: ResolvedOptions): Promise<Installation> {
  const version = netBoxVersions[options.version];
  const requirementsFile = nativeFile(version.folder, "requirements.txt");
  const requirements = await readFile(requirementsFile, "utf8");
  const { postgres } = version;
  const digest = installationDigest({ requirements, postgres, python: options.python });
  const folder = join(options.cacheFolder, "versions", digest);
  const ready = await readInstallation(folder);
  if (ready !== undefined) return ready;
  checkPlatform();
  const { signal } = options;
  return holdLock(folder, async () => installOnce(folder, version, options), { signal });
}

async function installOnce(
  folder: string,
  version: NetBoxVersion,
  options: ResolvedOptions,
): Promise<Installation> {
  // Another process may have installed it while this one waited for the lock.
  return (await readInstallation(folder)) ?? (await installAfresh(folder, version, options));
}

/** In place, not beside and renamed: a virtual environment holds its own path. */
async function installAfresh(
  folder: string,
  version: NetBoxVersion,
  options: ResolvedOptions,
): Promise<Installation> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  await makeFolder(folder, 0o755);
  const failure = new AbortController();
  const signals = [failure.signal, ...(options.signal === undefined ? [] : [options.signal])];
  const signal = AbortSignal.any(signals);
  const parts = [
    installPython(folder, version, { ...options, signal }),
    runStep("postgres", options.onProgress, async () =>
      installPostgres({ tarball: version.postgres, folder, signal }),
    ),
  ] as const;
  try {
    const [pythonMinor] = await Promise.all(parts);
    const installation = installationAt(folder, pythonMinor);
    await writeMarker(installation, pythonMinor);
    return installation;
  } catch (error) {
    failure.abort(error);
    await Promise.allSettled(parts);
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function installPython(
  folder: string,
  version: NetBoxVersion,
  { python: explicit, cacheFolder, onProgress, signal }: ResolvedOptions & LabOptions,
): Promise<number> {
  const python = await runStep("python", onProgress, async () => findPython(explicit, cacheFolder));
  const requirementsFile = nativeFile(version.folder, "requirements.txt");
  await runStep("packages", onProgress, async () =>
    installPackages({ python, requirementsFile, folder, signal }),
  );
  return python.minor;
}
