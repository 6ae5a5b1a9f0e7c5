import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Kind } from "../src/stand-in/kind.ts";
import { kinds } from "../src/stand-in/kinds.ts";

// What nobody recorded, NetBox's own description of itself decides.
const file = new URL("../fixtures/openapi/4.5.2.json.gz", import.meta.url);
const openApi = JSON.parse(gunzipSync(readFileSync(file)).toString()) as OpenApi;

interface OpenApi {
  readonly components: {
    readonly schemas: Readonly<Record<string, { readonly properties: Record<string, unknown> }>>;
  };
}

// Recorded, and not in the document of the same server.
const undocumented: Readonly<Record<string, readonly string[]>> = {
  "users/tokens/": ["allowed_ips"],
};

describe.each(kinds.map((kind): [string, Kind] => [kind.path, kind]))("%s", (path, kind) => {
  it("has the fields of the document, and no others", () => {
    const { fields, times = ["created", "last_updated"] } = kind;
    const shown = Object.keys(fields).filter((name) => !fields[name]?.isHidden);
    const head = ["id", "url", "display_url", "display"];

    expect([...new Set([...head, ...shown, ...times])].toSorted()).toEqual(
      [...propertiesOf(schemaOf(kind)), ...(undocumented[path] ?? [])].toSorted(),
    );
  });

  it("has the brief form of the document, where that shows one", () => {
    const brief = openApi.components.schemas[`Brief${schemaOf(kind)}`];
    const head = ["id", "url", "display"];
    const shown = [...head, ...(kind.brief ?? [])].toSorted();

    expect(shown).toEqual(brief ? propertiesOf(`Brief${schemaOf(kind)}`) : shown);
  });
});

function schemaOf({ model }: Kind): string {
  const contexts = {
    Device: "DeviceWithConfigContext",
    VirtualMachine: "VirtualMachineWithConfigContext",
  };
  return model in contexts ? contexts[model as keyof typeof contexts] : model;
}

function propertiesOf(schema: string): readonly string[] {
  return Object.keys(openApi.components.schemas[schema]?.properties ?? {}).toSorted();
}
