import { describe, expect, it } from "vitest";
import { resources } from "../src/index.ts";
import { catchError } from "./catch-error.ts";
import { jsonAnswer, openFakeNetBox } from "./fake-netbox.ts";

const names = Object.keys(resources) as readonly (keyof typeof resources)[];

describe("one object that is none", () => {
  it.each(names)("of %s is NETBOX_UNEXPECTED_BODY", async (name) => {
    for (const body of ["null", "[]", '"text"', "{}", ""]) {
      await using netbox = openFakeNetBox([jsonAnswer(200, body)]);
      const error = await catchError(netbox.client[name].get(1));

      expect(error.code).toBe("NETBOX_UNEXPECTED_BODY");
      expect(error.message).toContain(resources[name].path);
    }
  });
});
