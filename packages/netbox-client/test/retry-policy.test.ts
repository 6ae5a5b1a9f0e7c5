import * as fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Dispatcher } from "undici";
import { NetBoxError } from "../src/index.ts";
import type { Answer, NetBoxRequest } from "../src/netbox-request.ts";
import { readAnswer } from "../src/read-answer.ts";
import { type Attempt, waitBeforeRetry } from "../src/retry-policy.ts";

const read: NetBoxRequest = { method: "GET", path: "extras/tags/" };
const write: NetBoxRequest = { method: "POST", path: "extras/tags/", body: [] };
const fromZeroToOne = fc.double({ min: 0, max: 1, noNaN: true });

describe("the wait before a request is sent again", () => {
  it("doubles each time, and half of it is chance", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 }), fromZeroToOne, (retries, random) => {
        const waitMs = waitBeforeRetry(read, answered(502), { retries, random }) ?? -1;
        expect(waitMs).toBeGreaterThanOrEqual(100 * 2 ** retries);
        expect(waitMs).toBeLessThanOrEqual(200 * 2 ** retries);
      }),
    );
    expect(waitBeforeRetry(read, answered(502), { retries: 0, random: 0 })).toBe(100);
    expect(waitBeforeRetry(read, answered(502), { retries: 2, random: 1 })).toBe(800);
  });

  it("comes at most three times", () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 99 }), fromZeroToOne, (retries, random) => {
        expect(waitBeforeRetry(read, answered(503), { retries, random })).toBeUndefined();
      }),
    );
  });

  it("is what NetBox asks for, to the letter, up to a minute", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120_000 }), fromZeroToOne, (asked, random) => {
        const waitMs = waitBeforeRetry(read, answered(429, asked), { retries: 0, random });
        expect(waitMs).toBe(asked > 60_000 ? undefined : asked);
      }),
    );
  });
});

describe("what is sent again", () => {
  const unsent = [
    "ECONNREFUSED",
    "ENOTFOUND",
    "EAI_AGAIN",
    "ENETUNREACH",
    "EHOSTUNREACH",
    "UND_ERR_CONNECT_TIMEOUT",
  ];
  const sent = ["UND_ERR_SOCKET", "ECONNRESET", "EPIPE", "UND_ERR_RES_CONTENT_LENGTH_MISMATCH"];

  it.each([429, 502, 503, 504])("a read answered with %i", (status) => {
    expect(isRepeated(read, answered(status))).toBe(true);
  });

  it.each([...unsent, ...sent])("a read that ends in %s", (code) => {
    expect(isRepeated(read, failed(code))).toBe(true);
  });

  it.each(unsent)("a write that never left, by %s", (code) => {
    expect(isRepeated(write, failed(code))).toBe(true);
  });

  it("a write that was one too many", () => {
    expect(isRepeated(write, answered(429))).toBe(true);
  });

  it.each(sent)("not a write that may have arrived before %s", (code) => {
    expect(isRepeated(write, failed(code))).toBe(false);
  });

  it.each([500, 502, 503, 504])("not a write answered with %i", (status) => {
    expect(isRepeated(write, answered(status))).toBe(false);
  });

  it.each([200, 400, 403, 404, 409, 412, 500])("not a read answered with %i", (status) => {
    expect(isRepeated(read, answered(status))).toBe(false);
  });

  it("nothing that took too long, and nothing whose answer can't be read", () => {
    const late = failed("UND_ERR_HEADERS_TIMEOUT", { timedOut: true });
    const odd = { error: new NetBoxError("NETBOX_UNEXPECTED_BODY", "half", { status: 200 }) };

    expect([late, odd].map((attempt) => isRepeated(read, attempt))).toEqual([false, false]);
    expect([late, odd].map((attempt) => isRepeated(write, attempt))).toEqual([false, false]);
  });
});

describe("Retry-After", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([
    ["0", 0],
    ["7", 7000],
    ["Tue, 24 Nov 2026 22:00:05 GMT", 5000],
    ["Tue, 24 Nov 2026 21:59:00 GMT", 0],
    ["soon", undefined],
    ["", undefined],
  ])("%j is %s ms", (text, waitMs) => {
    vi.useFakeTimers({ now: new Date("2026-11-24T22:00:00Z"), toFake: ["Date"] });

    expect(readRetryAfter(text)).toBe(waitMs);
  });

  it("that is not there is no wish", () => {
    expect(readRetryAfter(undefined)).toBeUndefined();
  });
});

function isRepeated(request: NetBoxRequest, attempt: Attempt): boolean {
  return waitBeforeRetry(request, attempt, { retries: 0, random: 0.5 }) !== undefined;
}

function answered(status: number, retryAfterMs?: number): Attempt {
  const answer: Answer = {
    status,
    retryAfterMs,
    body: {},
    isJson: true,
    requestId: undefined,
    apiVersion: "4.5",
    location: undefined,
  };
  return { answer };
}

function failed(code: string, { timedOut = false } = {}): Attempt {
  const cause = Object.assign(new Error(code), { code });
  return { error: new NetBoxError("NETBOX_UNREACHABLE", "no answer", { cause, timedOut }) };
}

function readRetryAfter(text: string | undefined): number | undefined {
  const headers = text === undefined ? {} : { "retry-after": text };
  const response = { statusCode: 503, headers } as unknown as Dispatcher.ResponseData;
  return readAnswer(read, response, "").retryAfterMs;
}
