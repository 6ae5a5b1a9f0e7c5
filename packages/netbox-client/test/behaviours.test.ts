import { describe, expect, it } from "vitest";
import { type Behaviours, behavioursOf } from "../src/behaviours.ts";

const oldest: Behaviours = {
  servicePorts: "protocol-and-ports",
  hasCursor: false,
  hasIfMatch: false,
  reportsUnknownIds: false,
  tokenMadeBy: "client",
};
const newest: Behaviours = {
  servicePorts: "port-mappings",
  hasCursor: true,
  hasIfMatch: true,
  reportsUnknownIds: true,
  tokenMadeBy: "server",
};

describe("what a version of NetBox does differently", () => {
  it.each([
    ["4.4", oldest],
    ["4.5", oldest],
    // From the release notes: 4.6 brought the cursor and the ETags, and nothing else of these.
    ["4.6", { ...oldest, hasCursor: true, hasIfMatch: true }],
    ["4.7", newest],
    ["4.10", newest],
    ["5.0", newest],
  ])("%s", (version, behaviours) => {
    expect(behavioursOf(version)).toEqual(behaviours);
  });
});
