import type { Logger } from "@multipass-netbox/core";
import { pino } from "pino";
import pretty from "pino-pretty";
import type { GlobalOptions } from "./global-options.ts";

/**
 * Diagnostics on stderr: warnings, and with `--verbose` a line per request. Lines for a person,
 * or JSON with `--log-format json`.
 */
export function openLogger({ verbose = false, logFormat, color }: GlobalOptions): Logger {
  const level = verbose ? "debug" : "warn";
  const colorize = color && process.stderr.isTTY;
  const stream =
    logFormat === "json"
      ? pino.destination({ dest: 2, sync: true })
      : pretty({ destination: 2, sync: true, colorize });
  return pino({ level, base: null }, stream);
}
