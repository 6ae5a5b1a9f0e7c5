import { genericReference } from "../field-codecs.ts";
import { slugOf } from "./slug-kind.ts";

/** A field `site` that NetBox knows as a scope: a field of that name would be lost in silence. */
export const siteScope = genericReference({
  kind: "site",
  keyOf: slugOf,
  typeField: "scope_type",
  idField: "scope_id",
  objectField: "scope",
  objectType: "dcim.site",
});
