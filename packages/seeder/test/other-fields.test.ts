import { describe, expect, it } from "vitest";
import { kindOf } from "../src/kinds.ts";
import {
  linkedIds,
  readOtherFields,
  withoutFields,
  writeOtherFields,
} from "../src/other-fields.ts";

const brief = (path: string, id: number): object => ({
  id,
  url: `http://netbox.test/netbox/api/${path}${id}/`,
  display: "x",
});

describe("the fields that a plan has no words for", () => {
  const device = {
    name: "web",
    serial: "SN-1",
    asset_tag: null,
    comments: "",
    face: { value: "front", label: "Front" },
    rack: brief("dcim/racks/", 5),
    local_context_data: { ntp: ["10.0.0.1"] },
    tags: [],
    custom_fields: { a: 1 },
  };
  const writable = [...Object.keys(device), "airflow"];

  it("are read in the form in which they are written, without what is empty", () => {
    expect(readOtherFields(kindOf("device"), device, writable)).toEqual({
      values: {
        serial: "SN-1",
        face: "front",
        rack: 5,
        local_context_data: { ntp: ["10.0.0.1"] },
      },
      links: { rack: "dcim/racks/" },
    });
  });

  it("hold an assignment to a kind that seeds don't have", () => {
    const address = {
      address: "10.0.0.5/24",
      assigned_object_type: "virtualization.vminterface",
      assigned_object_id: 3,
      assigned_object: brief("virtualization/interfaces/", 3),
    };
    const rest = readOtherFields(kindOf("ip-address"), address, [
      "address",
      "assigned_object_type",
      "assigned_object_id",
    ]);
    expect(rest).toEqual({
      values: { assigned_object_type: "virtualization.vminterface", assigned_object_id: 3 },
      links: { assigned_object_id: "virtualization/interfaces/" },
    });
    expect(withoutFields(rest, new Set(["assigned_object_id"]))).toEqual({ values: {}, links: {} });
  });

  it("name each of several objects that they point to", () => {
    const vlans = [brief("ipam/vlans/", 1), brief("ipam/vlans/", 2)];
    const rest = readOtherFields(kindOf("interface"), { tagged_vlans: vlans }, ["tagged_vlans"]);
    expect(rest.values).toEqual({ tagged_vlans: [1, 2] });
    expect(linkedIds(rest)).toEqual([
      { field: "tagged_vlans", path: "ipam/vlans/", id: 1 },
      { field: "tagged_vlans", path: "ipam/vlans/", id: 2 },
    ]);
  });

  it("are never a secret", () => {
    const webhook = { name: "hook", secret: "s3cret", timeout: 30 };
    const rest = readOtherFields(kindOf("webhook"), webhook, ["name", "secret", "timeout"]);
    expect(rest).toEqual({ values: { timeout: 30 }, links: {} });
  });

  it("come with a new password for a user, another each time", () => {
    const passwords = [1, 2].map(
      () => writeOtherFields(kindOf("user"), { values: {}, links: {} })["password"],
    );
    expect(new Set(passwords).size).toBe(2);
    expect(writeOtherFields(kindOf("device"), { values: { a: 1 }, links: {} })).toEqual({ a: 1 });
  });
});
