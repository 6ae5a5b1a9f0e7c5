import { MultipassError } from "@multipass-netbox/core";

/**
 * The address of a NetBox, without a trailing slash and with its BASE_PATH:
 * `http://127.0.0.1:8080/netbox`. Throws `USAGE` for anything that is not a plain http(s) URL.
 */
export function parseBaseUrl(text: string): URL {
  const url = URL.parse(text);
  if (url === null || !["http:", "https:"].includes(url.protocol)) {
    throw refuse("is not an http or https URL");
  }
  if (url.username !== "" || url.password !== "") {
    throw refuse("holds a user or a password");
  }
  if (url.search !== "" || url.hash !== "") {
    throw refuse("has a query or a fragment");
  }
  url.pathname = url.pathname.replace(/\/+$/, "").replace(/\/api$/, "");
  return url;
}

// The address itself may hold a password: it is not shown.
function refuse(reason: string): MultipassError {
  return new MultipassError("USAGE", `the address of NetBox ${reason}`, {
    hint: "Give the address of the user interface, with its base path: http://127.0.0.1:8080/netbox",
  });
}
