import { operationName } from "@multipass-netbox/core";
import { structuredPatch } from "diff";
import type { FileOperation, HostOperation } from "./host-operation.ts";

/**
 * An operation as lines: the first says what is done, the others are the difference of a file, each
 * with `+`, `-` or a blank before it. Values of secrets are in no operation. Pure.
 */
export function describeHostOperation(operation: HostOperation): readonly string[] {
  const name = operationName(operation);
  switch (operation.kind) {
    case "file":
      return [`${name} (${operation.mode.toString(8)})`, ...diffLines(operation)];
    case "folder":
      return [operation.sudo ? `${name} (with sudo)` : name];
    case "container":
      return [`${name}: ${operation.reason}`];
    case "secret":
      return [operation.action === "create" ? `${name} (made on the host)` : name];
    case "superuser":
      return [`${name} (password made on the host)`];
    case "api-token":
      return [`${name} (stored on the host, mode 0600)`];
    default:
      return [name];
  }
}

function diffLines({ action, before = "", after = "" }: FileOperation): readonly string[] {
  if (action !== "update") {
    return [];
  }
  const { hunks } = structuredPatch("", "", before, after, "", "", { context: 2 });
  return hunks.flatMap(({ lines }, index) => (index === 0 ? lines : ["…", ...lines]));
}
