import { operationsOf } from "@multipass-netbox/core";
import {
  buildSeed,
  describeOperation,
  Inventory,
  listSecretReferences,
  parseSecretReference,
  planSeed,
} from "@multipass-netbox/seeder";
import { describe, expect, it } from "vitest";
import { readFields } from "../src/object-codec.ts";
import { webhookKind } from "../src/kinds/webhook.ts";
import { everyKind } from "./every-kind.ts";
import { target } from "./plan-fixtures.ts";

const { objects } = buildSeed([{ name: "seed.yaml", text: everyKind("n") }]);
const operations = operationsOf(planSeed(objects, new Inventory(), { target }));

describe("secrets of a plan", () => {
  it("are named by their place, whose value nobody has asked for yet", () => {
    expect(listSecretReferences(operations)).toEqual(["env:HOOK_SECRET", "file:./secrets/ada"]);
    const lines = operations.flatMap(describeOperation).join("\n");
    expect(lines).toContain('password "file:./secrets/ada"');
    expect(lines).toContain('token_file "file:./secrets/ada.token"');
  });

  it("are not read from a NetBox that shows them", () => {
    const fields = readFields(webhookKind, { name: "hook", secret: "s3cret", tags: [] });
    expect(fields).toMatchObject({ name: "hook", secret: null });
    expect(JSON.stringify(webhookKind.toEntry(fields))).not.toContain("s3cret");
  });
});

describe("a reference", () => {
  it.each([
    ["file:./secrets/x", { file: "./secrets/x" }],
    ["file:C:\\secrets\\x", { file: "C:\\secrets\\x" }],
    ["env:NAME", { env: "NAME" }],
  ])("%s", (text, reference) => {
    expect(parseSecretReference(text)).toEqual(reference);
  });

  it.each(["hunter2", "file:", "http://x", ""])(
    "is not %j, and the error does not say it",
    (text) => {
      expect(() => parseSecretReference(text)).toThrow(new TypeError("no reference to a secret"));
    },
  );
});
