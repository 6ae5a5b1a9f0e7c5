import { isIP } from "node:net";

/** Whether an IANA time zone of that name exists, written as in the database. Pure. */
export function isTimeZone(name: string): boolean {
  try {
    const found = new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
    // Intl does not mind the case, Python does.
    return /^[A-Z]/.test(name) && (found === name || found.toLowerCase() !== name.toLowerCase());
  } catch {
    return false;
  }
}

// NetBox 4.7's translations. Another language stops it at the start.
const languages = "cs da de en es fr it ja ko lv nl pl pt ru tr uk zh".split(" ");

/** Whether NetBox has a language like `fr` or `fr-fr`. Pure. */
export function isLanguage(name: string): boolean {
  return /^[a-z]{2}(-[a-z0-9]{2,8})*$/.test(name) && languages.includes(name.slice(0, 2));
}

/** Whether a text is an origin: scheme, host and port, and nothing after them. Pure. */
export function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && ["http:", "https:"].includes(url.protocol) && url.origin === text;
}

/** Whether a text is a host name or an address as NetBox's ALLOWED_HOSTS takes them. Pure. */
export function isAllowedHost(text: string): boolean {
  const label = "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?";
  return (
    new RegExp(`^\\.?${label}(\\.${label})*$`).test(text) ||
    (/^\[.*\]$/.test(text) && isIP(text.slice(1, -1)) === 6)
  );
}

/** Whether a text is the path of a base: empty, or with a slash at its end and none before. Pure. */
export function isBasePath(text: string): boolean {
  return /^([A-Za-z0-9_~-][A-Za-z0-9_.~-]*\/)*$/.test(text);
}
