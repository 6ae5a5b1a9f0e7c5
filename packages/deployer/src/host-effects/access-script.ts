import type { HostLayout } from "../host-layout.ts";
import type { AccessOperation, HostOperation } from "../host-operation.ts";
import { hostScript, quote } from "../host-script.ts";
import { randomText } from "./random-text.ts";

/**
 * Shell that makes the superuser or the API token. Values are made on the host and go into NetBox
 * by stdin; they stand in no command line. Pure.
 */
export function buildAccessScript(
  { credentials, superuserPassword, apiToken }: HostLayout,
  operations: readonly HostOperation[],
): string {
  const scripts = operations.filter(isAccess).map((operation) => {
    return operation.kind === "superuser"
      ? makeSuperuser(superuserPassword, operation)
      : makeToken(apiToken, operation);
  });
  return hostScript(
    `mkdir -p ${quote(credentials)} && chmod 0700 ${quote(credentials)} || exit 1`,
    randomText,
    `netbox_python() { docker exec -i netbox /opt/netbox/venv/bin/python -c "$1"; }`,
    ...scripts,
  );
}

function isAccess(operation: HostOperation): operation is AccessOperation {
  return operation.kind === "superuser" || operation.kind === "api-token";
}

const prelude = `import os, sys
sys.path.insert(0, "/opt/netbox/netbox")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "netbox.settings")
import django
django.setup()
from users.models import Token, User
value = sys.stdin.read().strip()
`;

// One that exists, in volumes that were kept, gets the new password.
function makeSuperuser(file: string, { key, email = "" }: AccessOperation): string {
  const program = `${prelude}
user, is_new = User.objects.get_or_create(username=${JSON.stringify(key)})
if is_new:
    user.email = ${JSON.stringify(email)}
user.is_superuser = True
user.is_active = True
user.set_password(value)
user.save()
`;
  return `random 32 > ${quote(`${file}.new`)} || exit 1
chmod 0600 ${quote(`${file}.new`)}
netbox_python ${quote(program)} < ${quote(`${file}.new`)} || exit 1
mv ${quote(`${file}.new`)} ${quote(file)} || exit 1`;
}

// The value is known before NetBox has it: a lost answer leaves nothing that nobody can use. An old
// token of ours goes when the new one is in its place.
function makeToken(file: string, { action, key: description }: AccessOperation): string {
  const make = `${prelude}
key, _, secret = value.removeprefix("nbt_").partition(".")
user = User.objects.filter(is_superuser=True, is_active=True).order_by("pk").first()
if not Token.objects.filter(key=key).exists():
    Token(user=user, version=2, key=key, token=secret, write_enabled=True, description=${JSON.stringify(description)}).save()
`;
  const forget = `${prelude}
Token.objects.filter(key=value.removeprefix("nbt_").partition(".")[0]).delete()
`;
  const [now, next, old] = [file, `${file}.new`, `${file}.old`].map(quote);
  return `if [ ! -e ${next} ]; then
  printf 'nbt_%s.%s\\n' "$(random 12)" "$(random 40)" > ${next} || exit 1
fi
netbox_python ${quote(make)} < ${next} || exit 1
forget_old() {
  [ -e ${old} ] || return 0
  netbox_python ${quote(forget)} < ${old} && rm -f ${old}
}
# What an earlier rotation left.
forget_old || exit 1
${action === "update" ? `cp -p ${now} ${old} || exit 1` : ":"}
mv ${next} ${now} || exit 1
forget_old || exit 1`;
}
