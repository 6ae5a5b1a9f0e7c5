import * as z from "zod";
import type { Connection } from "./connection.ts";
import { parseBody } from "./parse-body.ts";

/** What NetBox says of itself. */
export interface NetBoxStatus {
  /** `4.5.2` */
  readonly netboxVersion: string;
  readonly pythonVersion: string;
  /** Background workers that are alive. */
  readonly workers: number;
}

const statusSchema = z.looseObject({
  "netbox-version": z.string(),
  "python-version": z.string(),
  "rq-workers-running": z.int(),
});

/** GET `status/`: needs a token, like everything under `/api/`. */
export async function readStatus(connection: Connection): Promise<NetBoxStatus> {
  const answer = await connection.request({ method: "GET", path: "status/" });
  const status = parseBody(statusSchema, answer.body, { path: "status/" });
  return {
    netboxVersion: status["netbox-version"],
    pythonVersion: status["python-version"],
    workers: status["rq-workers-running"],
  };
}
