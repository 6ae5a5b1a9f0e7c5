import { describe, expect, it } from "vitest";
import { NetBoxError } from "../src/index.ts";
import { requestFate } from "../src/request-fate.ts";

describe("what is known of a write after", () => {
  it.each([301, 400, 403, 404, 405, 409, 412, 413, 415])("%i: refused", (status) => {
    expect(requestFate(answered(status))).toBe("refused");
  });

  it("408 of a gateway that did not wait for the end: lost", () => {
    expect(requestFate(answered(408))).toBe("lost");
  });

  it("429: not carried out", () => {
    expect(requestFate(answered(429))).toBe("unsent");
  });

  it("no connection: not carried out", () => {
    expect(requestFate(failed("ECONNREFUSED"))).toBe("unsent");
  });

  it.each(["IntegrityError", "KeyError", "RequestDataTooBig", "ValidationError"])(
    "NetBox's own 500 over a %s: refused, its transaction was rolled back",
    (exception) => {
      expect(requestFate(answered(500, exception))).toBe("refused");
    },
  );

  it.each(["OperationalError", "InterfaceError", "ConnectionError", "TimeoutError"])(
    "NetBox's own 500 over a %s: lost, the database went away",
    (exception) => {
      expect(requestFate(answered(500, exception))).toBe("lost");
    },
  );

  it.each([200, 201, 500, 502, 503, 504])("%i with what NetBox does not say: lost", (status) => {
    expect(requestFate(answered(status))).toBe("lost");
  });

  it.each(["UND_ERR_SOCKET", "ECONNRESET", "UND_ERR_HEADERS_TIMEOUT"])("%s: lost", (code) => {
    expect(requestFate(failed(code))).toBe("lost");
  });

  it("an error that is nobody's: lost", () => {
    expect(requestFate(new Error("out of memory"))).toBe("lost");
  });
});

function answered(status: number, exception?: string): NetBoxError {
  return new NetBoxError("NETBOX_SERVER", "answered", { status, exception });
}

function failed(code: string): NetBoxError {
  const cause = Object.assign(new Error(code), { code });
  return new NetBoxError("NETBOX_UNREACHABLE", "no answer", { cause });
}
