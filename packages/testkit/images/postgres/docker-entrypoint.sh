#!/bin/sh
# Makes the cluster when there is none, then becomes the command that it is given.
set -eu

# value NAME DEFAULT: the variable NAME, or what the file that NAME_FILE names holds.
value() {
  eval "file=\${${1}_FILE:-} given=\${$1:-}"
  if [ -n "$file" ]; then given=$(cat "$file"); fi
  echo "${given:-$2}"
}

make_cluster() {
  user=$(value POSTGRES_USER postgres)
  database=$(value POSTGRES_DB "$user")
  password=$(value POSTGRES_PASSWORD "")
  method=${POSTGRES_HOST_AUTH_METHOD:-scram-sha-256}
  if [ -z "$password" ] && [ "$method" != trust ]; then
    echo "Error: Database is uninitialized and superuser password is not specified." >&2
    exit 1
  fi
  # A file, since everybody can see arguments.
  password_file=$(mktemp)
  printf '%s\n' "$password" >"$password_file"
  # Words of POSTGRES_INITDB_ARGS are arguments.
  # shellcheck disable=SC2086
  initdb --username="$user" --pwfile="$password_file" --auth-local=trust --auth-host="$method" \
    --encoding=UTF8 --locale=C.UTF-8 --no-sync ${POSTGRES_INITDB_ARGS:-}
  rm "$password_file"
  echo "host all all all $method" >>"$PGDATA/pg_hba.conf"
  # Nobody but this script reaches the server before it is filled. A test survives no power cut.
  pg_ctl --pgdata="$PGDATA" --wait --silent --options="-c listen_addresses='' -c fsync=off" start
  if [ "$database" != postgres ]; then
    createdb --username="$user" --maintenance-db=postgres "$database"
  fi
  fill "$user" "$database"
  pg_ctl --pgdata="$PGDATA" --wait --silent --mode=fast stop
  echo "PostgreSQL init process complete; ready for start up."
}

fill() {
  for file in /docker-entrypoint-initdb.d/*; do
    case $file in
      *.sh) POSTGRES_USER=$1 POSTGRES_DB=$2 sh "$file" ;;
      *.sql) run_sql "$1" "$2" <"$file" ;;
      *.sql.gz) gunzip -c "$file" | run_sql "$1" "$2" ;;
    esac
  done
}

run_sql() {
  psql --quiet --no-psqlrc --set=ON_ERROR_STOP=1 --single-transaction --output=/dev/null \
    --username="$1" --dbname="$2"
}

if [ "${1#-}" != "${1:-}" ]; then
  set -- postgres "$@"
fi
if [ "${1:-}" != postgres ]; then
  exec "$@"
fi
if [ "$(id -u)" = 0 ]; then
  install -d -m 700 "$PGDATA"
  chown -R postgres:postgres "$PGDATA"
  chown postgres:postgres /var/run/postgresql
  exec setpriv --reuid postgres --regid postgres --init-groups -- "$0" "$@"
fi
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  make_cluster
fi
exec "$@"
