import { operationName } from "@multipass-netbox/core";
import { structuredPatch } from "diff";
import type { FileOperation, HostOperation } from "./host-operation.ts";

/**
 * An operation as lines: the first says what is done, the others are the difference of a file, each
 * with `+`, `-` or a blank before it. Values of secrets are in no operation. Pure.
 */
export function describeHostOperation(operation: HostOperation): readonly string[] {
  const name = nameOperation(operation);
  if (operation.kind === "file") {
    return [`${name} (${operation.mode.toString(8)})`, ...diffLines(operation)];
  }
  const remark = remarkOn(operation);
  return [remark === undefined ? name : `${name}${remark}`];
}

function nameOperation(operation: HostOperation): string {
  if (operation.action === "wait") {
    return `wait for ${operation.key}`;
  }
  return operation.key === "now" ? "create backup" : operationName(operation);
}

function remarkOn(operation: HostOperation): string | undefined {
  if (operation.kind === "container") {
    return `: ${operation.reason}`;
  }
  if (operation.kind === "folder") {
    return operation.sudo ? " (with sudo)" : undefined;
  }
  return operation.action === "delete" ? undefined : remarks[operation.kind];
}

const remarks: Readonly<Partial<Record<HostOperation["kind"], string>>> = {
  secret: " (made on the host)",
  superuser: " (password made on the host)",
  "api-token": " (stored on the host, mode 0600)",
};

function diffLines({ action, before = "", after = "" }: FileOperation): readonly string[] {
  if (action !== "update") {
    return [];
  }
  const { hunks } = structuredPatch("", "", before, after, "", "", { context: 2 });
  return hunks.flatMap(({ lines }, index) => (index === 0 ? lines : ["…", ...lines]));
}
