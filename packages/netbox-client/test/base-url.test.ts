import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { createNetBoxClient } from "../src/index.ts";

const token = "nbt_abcdefghijkl.secret";

describe("the address of a NetBox", () => {
  it.each([
    ["http://127.0.0.1:8080/netbox", "http://127.0.0.1:8080/netbox"],
    ["http://127.0.0.1:8080/netbox/", "http://127.0.0.1:8080/netbox"],
    ["http://127.0.0.1:8080/netbox//", "http://127.0.0.1:8080/netbox"],
    ["http://127.0.0.1:8080/netbox/api/", "http://127.0.0.1:8080/netbox"],
    ["http://127.0.0.1:8080", "http://127.0.0.1:8080"],
    ["HTTPS://NetBox.Example/", "https://netbox.example"],
    ["http://[::1]:8080/netbox", "http://[::1]:8080/netbox"],
  ])("%s is %s", (url, expected) => {
    expect(createNetBoxClient({ url, token }).url).toBe(expected);
  });

  it.each([
    ["netbox.example", "is not an http or https URL"],
    ["127.0.0.1:8080", "is not an http or https URL"],
    ["ftp://netbox.example", "is not an http or https URL"],
    ["", "is not an http or https URL"],
    ["http://netbox.example/?next=/", "has a query or a fragment"],
    ["http://netbox.example/#top", "has a query or a fragment"],
  ])("%j %s", (url, reason) => {
    expect(refusalOf(url)).toMatchObject({
      code: "USAGE",
      message: expect.stringContaining(reason) as string,
    });
  });

  it.each([
    "http://admin:s3cret@netbox.example/netbox",
    "htp://admin:s3cret@netbox.example",
    "http://netbox.example/?token=s3cret",
  ])("with a secret in it (%#) is refused without showing it", (url) => {
    const error = refusalOf(url);

    expect(error).toMatchObject({ code: "USAGE" });
    expect(inspect(error)).not.toContain("s3cret");
  });
});

function refusalOf(url: string): unknown {
  try {
    createNetBoxClient({ url, token });
  } catch (error) {
    return error;
  }
  throw new Error("it was taken");
}
