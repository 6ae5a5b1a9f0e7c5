"""Once NetBox's database answers: migrates it if it must be, and makes the superuser.

One process for what the official image does in several, since NetBox's imports take seconds.
Exits with NOT_READY while there is no database, and when NetBox refuses its settings: the official
image can't tell the two apart either, and says the same.
"""

import os
import pathlib
import sys

import django
from django.core.exceptions import ImproperlyConfigured

NOT_READY = 75


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "netbox.settings")
    connect()
    if unapplied_migrations():
        migrate()
    if os.environ.get("SKIP_SUPERUSER") == "true":
        say("↩️ Skip creating the superuser")
    else:
        create_superuser()


def connect():
    try:
        django.setup()
        from django.db import connection

        connection.ensure_connection()
    except ImproperlyConfigured:
        say(
            "django.core.exceptions.ImproperlyConfigured: settings.DATABASES is improperly configured."
            " Please supply the ENGINE value."
        )
        sys.exit(NOT_READY)
    except Exception as error:
        say(str(error).strip().rsplit("\n", 1)[-1])
        sys.exit(NOT_READY)


def unapplied_migrations():
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return executor.migration_plan(executor.loader.graph.leaf_nodes())


def migrate():
    from django.core.management import call_command

    say("⚙️ Applying database migrations")
    call_command("migrate", interactive=False)
    say("⚙️ Running trace_paths")
    call_command("trace_paths", no_input=True)
    say("⚙️ Removing stale content types")
    call_command("remove_stale_contenttypes", interactive=False)
    say("⚙️ Removing expired user sessions")
    call_command("clearsessions")
    say("⚙️ Building search index (lazy)")
    call_command("reindex", lazy=True)


def create_superuser():
    from django.conf import settings
    from users.models import Token, User

    name = os.environ.get("SUPERUSER_NAME", "admin")
    email = os.environ.get("SUPERUSER_EMAIL", "admin@example.com")
    if not User.objects.filter(username=name).exists():
        user = User.objects.create_superuser(name, email, secret("SUPERUSER_PASSWORD", "admin"))
        token = secret("SUPERUSER_API_TOKEN", "0123456789abcdef0123456789abcdef01234567")
        made = Token.objects.create(user=user, token=token, version=2 if settings.API_TOKEN_PEPPERS else 1)
        if made.v2:
            say(f"🔑 API Token: {made.key} (use with 'Bearer nbt_{made.key}.<Your token>')")
    say(f"💡 Superuser Username: {name}, E-Mail: {email}")


def secret(variable, default):
    file = pathlib.Path("/run/secrets") / variable.lower()
    return file.read_text().strip() if file.is_file() else os.environ.get(variable, default)


def say(line):
    print(line, flush=True)


main()
