import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { connectDatabase } from "./connect-database.ts";
import { insertSuperuser } from "./insert-superuser.ts";
import type { LabSecrets } from "./lab-secrets.ts";
import { nativeFile } from "./native-file.ts";
import { netBoxVersions, type NetBoxVersionName } from "./netbox-versions.ts";

/** Which database is to be restored, and where. */
export interface Restore {
  readonly version: NetBoxVersionName;
  readonly socketFolder: string;
  readonly secrets: LabSecrets;
}

/** Creates the database of a NetBox with all migrations applied, in 2 s instead of 9 min. */
export async function restoreDatabase({ version, socketFolder, secrets }: Restore): Promise<void> {
  await createDatabase(socketFolder);
  const dump = await readFile(nativeFile(netBoxVersions[version].folder, "schema.sql.gz"));
  const sql = await promisify(gunzip)(dump);
  await using database = await connectDatabase(socketFolder, "netbox");
  await database.query(sql.toString("utf8"));
  await insertSuperuser(database, secrets);
}

/** An empty database for NetBox. */
export async function createDatabase(socketFolder: string): Promise<void> {
  await using database = await connectDatabase(socketFolder, "postgres");
  await database.query("CREATE DATABASE netbox");
}
