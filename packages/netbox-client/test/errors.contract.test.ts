import { loadExchange, type RecordedVersion } from "@multipass-netbox/testkit";
import { describe, expect, it } from "vitest";
import type { ItemError } from "../src/index.ts";
import { catchError } from "./catch-error.ts";
import { openFakeNetBox } from "./fake-netbox.ts";

interface Expected {
  readonly version: RecordedVersion;
  readonly name: string;
  readonly code: string;
  readonly items: readonly ItemError[];
}

const required = "This field is required.";

// Whatever was asked when it was recorded, the client meets the answer on a list request: how an
// answer becomes an error does not depend on the question.
const validation: readonly Expected[] = [
  {
    version: "4.5.2",
    name: "118-device-missing-all-lang-en",
    code: "NETBOX_VALIDATION",
    items: [{ fieldErrors: ["device_type", "role", "site"].map((field) => said(field, required)) }],
  },
  {
    version: "4.5.2",
    name: "074-tenant-duplicate-lang-en",
    code: "NETBOX_VALIDATION",
    items: [
      {
        fieldErrors: [
          said("", "Tenant name must be unique per group."),
          said("", "Tenant slug must be unique per group."),
        ],
      },
    ],
  },
  {
    version: "4.5.2",
    name: "171-service-port-out-of-range-lang-en",
    code: "NETBOX_VALIDATION",
    items: [
      { fieldErrors: [said("ports.0", "Ensure this value is less than or equal to 65535.")] },
    ],
  },
];

const bulk: readonly Expected[] = [
  {
    version: "4.5.2",
    name: "313-bulk-create-tags-one-bad-lang-en",
    code: "NETBOX_VALIDATION",
    items: [{ index: 1, fieldErrors: [said("slug", required)] }],
  },
  {
    version: "4.5.2",
    name: "315-bulk-create-tags-duplicate-of-existing-lang-en",
    code: "NETBOX_VALIDATION",
    items: [
      {
        index: 1,
        fieldErrors: [
          said("name", "tag with this name already exists."),
          said("slug", "tag with this slug already exists."),
        ],
      },
    ],
  },
  {
    version: "4.5.2",
    name: "328-bulk-create-list-of-strings-lang-en",
    code: "NETBOX_VALIDATION",
    items: [0, 1].map((index) => ({
      index,
      fieldErrors: [said("", "Invalid data. Expected a dictionary, but got str.")],
    })),
  },
  {
    // Of devices NetBox 4.5 tells what is wrong with the first bad one, and not which one it is.
    version: "4.5.2",
    name: "323-bulk-create-devices-one-bad-lang-en",
    code: "NETBOX_VALIDATION",
    items: [{ fieldErrors: [said("device_type", required), said("role", required)] }],
  },
  {
    version: "4.5.2",
    name: "336-bulk-patch-missing-id-lang-en",
    code: "NETBOX_VALIDATION",
    items: [{ index: 0, fieldErrors: [said("id", required)] }],
  },
  {
    version: "4.7.3",
    name: "246-bulk-sites-post-1-bad",
    code: "NETBOX_VALIDATION",
    items: [{ index: 1, fieldErrors: [said("slug", required)] }],
  },
  {
    version: "4.7.3",
    name: "251-bulk-devices-post-1-bad",
    code: "NETBOX_VALIDATION",
    items: [
      {
        index: 1,
        fieldErrors: [
          said("device_type", "Related object not found using the provided numeric ID: 999999"),
        ],
      },
      {
        index: 2,
        fieldErrors: [said("", "Device name must be unique per site and tenant.")],
      },
    ],
  },
  {
    version: "4.7.3",
    name: "252-bulk-sites-patch-1-bad",
    code: "NETBOX_VALIDATION",
    items: [{ id: 2, fieldErrors: [said("status", "nope is not a valid choice.")] }],
  },
  {
    version: "4.7.3",
    name: "254-bulk-sites-patch-no-id",
    code: "NETBOX_VALIDATION",
    items: [{ index: 1, fieldErrors: [said("id", required)] }],
  },
  {
    version: "4.7.3",
    name: "253-bulk-sites-patch-unknown-id",
    code: "NETBOX_VALIDATION",
    items: [{ id: 999_999, fieldErrors: [said("id", "Object with ID 999999 does not exist")] }],
  },
  {
    version: "4.7.3",
    name: "358-available-ips-post-bad",
    code: "NETBOX_VALIDATION",
    items: [{ index: 0, fieldErrors: [said("status", "nope is not a valid choice.")] }],
  },
];

const others: readonly Expected[] = [
  {
    version: "4.5.2",
    name: "352-delete-protected-site-lang-en",
    code: "NETBOX_CONFLICT",
    items: [
      {
        fieldErrors: [
          said(
            "",
            "Unable to delete object. 2 dependent objects were found: Rack Virtuel (2), r2d2automaker (3)",
          ),
        ],
      },
    ],
  },
  {
    version: "4.7.3",
    name: "259-bulk-sites-delete-protected",
    code: "NETBOX_CONFLICT",
    items: [
      {
        id: 1,
        fieldErrors: [said("", "Unable to delete: 3 dependent object(s) prevent deletion.")],
      },
    ],
  },
  {
    version: "4.7.3",
    name: "277-etag-patch-412",
    code: "NETBOX_CONFLICT",
    items: [{ fieldErrors: [said("", "Precondition failed.")] }],
  },
  {
    version: "4.7.3",
    name: "287-cursor-and-offset",
    code: "NETBOX_VALIDATION",
    items: [{ fieldErrors: [said("", "'start' and 'offset' are mutually exclusive.")] }],
  },
  {
    version: "4.5.2",
    name: "262-get-404-lang-en",
    code: "NETBOX_NOT_FOUND",
    items: [{ fieldErrors: [said("", "No Device matches the given query.")] }],
  },
  {
    version: "4.5.2",
    name: "716-db-down-get",
    code: "NETBOX_SERVER",
    items: [{ fieldErrors: [said("", "the connection is closed")] }],
  },
  {
    version: "4.5.2",
    name: "317-bulk-create-tags-duplicate-inside-lang-en",
    code: "NETBOX_SERVER",
    items: [
      {
        fieldErrors: [
          said(
            "",
            'duplicate key value violates unique constraint "extras_tag_name_key"\nDETAIL:  Key (name)=(same) already exists.',
          ),
        ],
      },
    ],
  },
];

describe.each([
  { what: "one object", expected: validation },
  { what: "objects of a bulk request", expected: bulk },
  { what: "the request or the server", expected: others },
])("an error of $what", ({ expected }) => {
  it.each(expected)("$version $name is $code", async ({ version, name, code, items }) => {
    const { response } = loadExchange(version, name);
    await using netbox = openFakeNetBox([response]);
    const error = await catchError(netbox.client.tags.list());

    expect(error.code).toBe(code);
    expect(error.items).toEqual(items);
    expect(error.status).toBe(response.status);
    expect(error.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });
});

function said(field: string, message: string) {
  return { field, message };
}
