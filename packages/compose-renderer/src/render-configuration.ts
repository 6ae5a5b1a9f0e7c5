import { header } from "./header.ts";
import { type PythonValue, renderPython } from "./render-python.ts";
import type { RenderInput } from "./render-input.ts";
import { netBoxFolders } from "./stack-names.ts";

/**
 * `configuration/configuration.py`: NetBox's settings. The image loads it after its own, so it has
 * the last word; connections come from the environment and from files of secrets. Pure.
 */
export function renderConfiguration(input: RenderInput): string {
  const settings = Object.entries(buildSettings(input));
  const lines = settings.map(([name, value]) => `${name} = ${renderPython(value)}`);
  return `${header}from pathlib import Path

${lines.join("\n")}

# New tokens get the pepper of the highest number; older ones keep theirs.
API_TOKEN_PEPPERS = {
    int(file.name.rpartition("_")[2]): file.read_text(encoding="utf-8").strip()
    for file in sorted(Path("/run/secrets").glob("api_token_pepper_[0-9]*"))
}
`;
}

function buildSettings({
  stack,
  public: pages,
}: RenderInput): Readonly<Record<string, PythonValue>> {
  const { basePath, language, timeZone } = stack;
  return {
    BASE_PATH: basePath,
    ALLOWED_HOSTS: listAllowedHosts(stack, pages.gateway),
    CORS_ORIGIN_ALLOW_ALL: false,
    CORS_ORIGIN_WHITELIST: [pages.frontend],
    CSRF_TRUSTED_ORIGINS: [...new Set([pages.gateway, pages.frontend])],
    LOGIN_REQUIRED: true,
    LOGOUT_REDIRECT_URL: `/${basePath}login/`,
    DEFAULT_LANGUAGE: language,
    TIME_ZONE: timeZone,
    MEDIA_ROOT: netBoxFolders.media,
    REPORTS_ROOT: netBoxFolders.reports,
    SCRIPTS_ROOT: netBoxFolders.scripts,
    METRICS_ENABLED: false,
    CENSUS_REPORTING_ENABLED: false,
    RELEASE_CHECK_URL: null,
  };
}

const anyAddress = new Set(["0.0.0.0", "::"]);

// The container by its name, this machine, and what browsers say.
function listAllowedHosts(
  { allowedHosts, publish }: RenderInput["stack"],
  gateway: string,
): readonly string[] {
  const { address } = publish;
  const published = address.includes(":") ? `[${address}]` : address;
  return [
    ...new Set([
      "netbox",
      "localhost",
      "127.0.0.1",
      new URL(gateway).hostname,
      ...(anyAddress.has(address) ? [] : [published]),
      ...allowedHosts,
    ]),
  ];
}
