import type { FileOperation, HostOperation, SecretOperation } from "../host-operation.ts";
import type { HostLayout } from "../host-layout.ts";
import { hostScript, quote } from "../host-script.ts";
import { randomText } from "./random-text.ts";

/**
 * Shell that writes and removes files and generates secrets. All new content is on the host's disk
 * before the first file changes, so that a full disk changes nothing. Pure.
 */
export function buildFileScript(layout: HostLayout, operations: readonly HostOperation[]): string {
  const files = operations.filter((operation) => operation.kind === "file");
  const secrets = operations.filter((operation) => operation.kind === "secret");
  const written = files.filter(({ action }) => action !== "delete");
  return hostScript(
    `cd ${quote(layout.directory)} || exit 1`,
    "made=",
    randomText,
    `fail() { for one in $made; do rm -f "$one"; done; echo "$1" >&2; exit 1; }`,
    `mkdir -p secrets credentials backups state || exit 1`,
    `chmod 0700 secrets credentials backups state || exit 1`,
    ...written.map(stageFile),
    ...secrets.filter(({ action }) => action === "create").map(stageSecret),
    ...written.map(
      ({ key }) => `mv -T ${quote(staged(key))} ${quote(key)} || fail 'the file was not moved'`,
    ),
    ...secrets
      .filter(({ action }) => action === "create")
      .map(
        ({ key }) => `mv ${quote(staged(`secrets/${key}`))} ${quote(`secrets/${key}`)} || exit 1`,
      ),
    ...files
      .filter(({ action }) => action === "delete")
      .map(({ key }) => `rm -f ${quote(key)} || exit 1`),
    ...secrets
      .filter(({ action }) => action === "delete")
      .map(({ key }) => `rm -f ${quote(`secrets/${key}`)} || exit 1`),
    "sync",
  );
}

// Names of ours, without blanks.
function staged(path: string): string {
  return `${path}.new`;
}

function stageFile({ key, mode, after = "" }: FileOperation): string {
  const [folder, file] = [key.split("/").slice(0, -1).join("/") || ".", quote(staged(key))];
  return `mkdir -p ${quote(folder)} && chmod 0755 ${quote(folder)} || fail 'a folder was not made'
made="$made "${file}
base64 -d > ${file} <<'END' || fail ${quote(`${key} was not written: is the disk full?`)}
${Buffer.from(after, "utf8").toString("base64")}
END
chmod ${mode.toString(8)} ${file} || fail 'a mode was not set'`;
}

// Letters and digits of /dev/urandom; 0444 in a folder 0700: only containers that mount it read it.
function stageSecret({ key, length, template }: SecretOperation): string {
  const file = quote(staged(`secrets/${key}`));
  return `made="$made "${file}
${length === 0 ? "value=" : makeValue(key, length)}
{ ${renderTemplate(template)}; } > ${file} || fail ${quote(`${key} was not written: is the disk full?`)}
[ -s ${file} ] || fail ${quote(`${key} was not written: is the disk full?`)}
chmod 0444 ${file} || fail 'a mode was not set'`;
}

function makeValue(key: string, length: number): string {
  return `value=$(random ${length})
[ "\${#value}" -eq ${length} ] || fail ${quote(`no random text for ${key}`)}`;
}

// `requirepass {redis_password}`: another secret, made just now or long ago.
function renderTemplate(template: string): string {
  return template
    .split(/(\{[a-z0-9_]+\})/)
    .filter((part) => part !== "")
    .map((part) => {
      const name = /^\{([a-z0-9_]+)\}$/.exec(part)?.[1];
      if (name === undefined) {
        return `printf '%s' ${quote(part)}`;
      }
      return name === "value"
        ? `printf '%s' "$value"`
        : `cat "$([ -e secrets/${name}.new ] && echo secrets/${name}.new || echo secrets/${name})"`;
    })
    .join(" && ");
}
