import { Client } from "pg";

/** A connection over the socket in `socketFolder`; `await using` closes it. */
export interface DatabaseConnection extends AsyncDisposable {
  /** Without values, `sql` may hold any number of statements: they are one transaction. */
  query(sql: string, values?: readonly unknown[]): Promise<void>;
}

/**
 * Connects to a database of a running lab, past NetBox: what a test or a measurement needs in
 * bulk and the API would take minutes for. `socketFolder` is `database` in the lab's folder, the
 * database is `netbox`. NetBox's signals, change log and search index know nothing of it.
 */
export async function connectDatabase(
  socketFolder: string,
  database: string,
): Promise<DatabaseConnection> {
  const client = new Client({ host: socketFolder, port: 5432, user: "netbox", database });
  // Without a listener, the end of the server would end this process.
  client.on("error", () => {});
  await client.connect();
  return {
    query: async (sql, values) => {
      await (values === undefined ? client.query(sql) : client.query(sql, [...values]));
    },
    [Symbol.asyncDispose]: async () => client.end(),
  };
}
