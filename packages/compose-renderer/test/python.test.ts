import { execFileSync } from "node:child_process";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PythonValue, renderPython } from "../src/render-python.ts";
import { contentOf, renderDefault, type Written } from "./render-default.ts";

function runPython(program: string, input: string): unknown {
  const output = execFileSync("python3", ["-c", program], { input, encoding: "utf8" });
  return JSON.parse(output) as unknown;
}

// All text, with what is apt to go wrong more often than chance would have it.
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom('"', "'", "\\", "\n", "\r", "{", "$", "é", "\0", "\u{1F600}"),
  }),
);

describe("renderPython", () => {
  it("writes what Python reads as the same value", () => {
    const anything: fc.Arbitrary<PythonValue> = fc.oneof(
      text,
      fc.boolean(),
      fc.constant(null),
      fc.array(text),
    );
    const values = fc.sample(anything, 500);
    const literals = JSON.stringify(values.map(renderPython));
    const program =
      "import ast, json, sys; print(json.dumps([ast.literal_eval(x) for x in json.load(sys.stdin)]))";
    expect(runPython(program, literals)).toEqual(values);
  });

  it("stays on one line and in ASCII", () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(renderPython(value)).toMatch(/^"[ -~]*"$/);
      }),
    );
  });
});

/** What NetBox gets from the file. */
function readSettings(written: Written): unknown {
  const program = [
    "import json, sys, types",
    "module = types.ModuleType('settings')",
    "exec(sys.stdin.read(), module.__dict__)",
    "print(json.dumps({k: v for k, v in vars(module).items() if k.isupper()}))",
  ].join("\n");
  return runPython(program, contentOf(renderDefault(written), "configuration/configuration.py"));
}

describe("configuration.py", () => {
  it("holds what the document asks of NetBox, and what it must not leave to the image", () => {
    expect(readSettings({})).toEqual({
      BASE_PATH: "netbox/",
      ALLOWED_HOSTS: ["netbox", "localhost", "127.0.0.1", "192.168.1.161"],
      CORS_ORIGIN_ALLOW_ALL: false,
      CORS_ORIGIN_WHITELIST: ["http://192.168.1.161:3000"],
      CSRF_TRUSTED_ORIGINS: ["http://192.168.1.161:8000", "http://192.168.1.161:3000"],
      LOGIN_REQUIRED: true,
      LOGOUT_REDIRECT_URL: "/netbox/login/",
      DEFAULT_LANGUAGE: "fr-fr",
      TIME_ZONE: "Europe/Paris",
      MEDIA_ROOT: "/opt/netbox/netbox/media",
      REPORTS_ROOT: "/opt/netbox/netbox/reports",
      SCRIPTS_ROOT: "/opt/netbox/netbox/scripts",
      METRICS_ENABLED: false,
      CENSUS_REPORTING_ENABLED: false,
      RELEASE_CHECK_URL: null,
      API_TOKEN_PEPPERS: {},
    });
  });

  it("follows the configuration", () => {
    const settings = readSettings({
      stack: {
        basePath: "",
        allowedHosts: ["netbox.example.org"],
        publish: { address: "fd00::1" },
      },
      public: { gateway: "https://a.example:8443", frontend: "https://a.example:8443" },
    });
    expect(settings).toMatchObject({
      BASE_PATH: "",
      LOGOUT_REDIRECT_URL: "/login/",
      ALLOWED_HOSTS: [
        "netbox",
        "localhost",
        "127.0.0.1",
        "a.example",
        "[fd00::1]",
        "netbox.example.org",
      ],
      CSRF_TRUSTED_ORIGINS: ["https://a.example:8443"],
    });
  });

  it("does not take the address of all networks for a name", () => {
    const settings = readSettings({ stack: { publish: { address: "0.0.0.0" } } });
    expect(settings).not.toMatchObject({ ALLOWED_HOSTS: expect.arrayContaining(["0.0.0.0"]) });
  });
});
