"""The settings that the official image reads from the environment and from /run/secrets: those of
its table, no others. A file that sorts after this one can change anything."""

import re
from os import environ
from pathlib import Path


def text(name, default=""):
    return environ.get(name, default)


def flag(name, default=False):
    return environ[name].lower() == "true" if name in environ else default


def number(name, default):
    return int(environ.get(name, default))


def words(name, default=""):
    return [word for word in environ.get(name, default).split(" ") if word]


def secret(name, default=""):
    try:
        return Path("/run/secrets", name).read_text(encoding="utf-8").split("\n", 1)[0].strip()
    except OSError:
        return default


ALLOWED_HOSTS = words("ALLOWED_HOSTS", "*")
if "*" not in ALLOWED_HOSTS and "localhost" not in ALLOWED_HOSTS:
    ALLOWED_HOSTS.append("localhost")

DATABASES = {
    "default": {
        "NAME": text("DB_NAME", "netbox"),
        "USER": text("DB_USER"),
        "PASSWORD": secret("db_password", text("DB_PASSWORD")),
        "HOST": text("DB_HOST", "localhost"),
        "PORT": text("DB_PORT"),
        "OPTIONS": {"sslmode": text("DB_SSLMODE", "prefer")},
        "CONN_MAX_AGE": number("DB_CONN_MAX_AGE", 300),
        "DISABLE_SERVER_SIDE_CURSORS": flag("DB_DISABLE_SERVER_SIDE_CURSORS"),
    }
}


def redis(prefix, fallback, database):
    """One of NetBox's two stores. The caching one has the tasks' values where it has none."""

    def value(name, default=""):
        return environ.get(prefix + name, environ.get(fallback + name, default))

    def is_set(name):
        return value(name, "false").lower() == "true"

    settings = {
        "HOST": value("HOST", "localhost"),
        "PORT": int(value("PORT", 6379)),
        "USERNAME": value("USERNAME"),
        "PASSWORD": secret(f"{prefix.lower()}password", value("PASSWORD")),
        "DATABASE": number(f"{prefix}DATABASE", database),
        "SSL": is_set("SSL"),
        "INSECURE_SKIP_TLS_VERIFY": is_set("INSECURE_SKIP_TLS_VERIFY"),
    }
    sentinels = [tuple(pair.split(":")) for pair in value("SENTINELS").split(" ") if pair]
    if sentinels:
        settings["SENTINELS"] = [(host, int(port)) for host, port in sentinels]
        settings["SENTINEL_SERVICE"] = value("SENTINEL_SERVICE", "default")
        settings["SENTINEL_TIMEOUT"] = number("REDIS_SENTINEL_TIMEOUT", 10)
    return settings


REDIS = {
    "tasks": redis("REDIS_", "REDIS_", 0),
    "caching": redis("REDIS_CACHE_", "REDIS_", 1),
}

SECRET_KEY = secret("secret_key", text("SECRET_KEY"))
_pepper = secret("api_token_pepper_1", text("API_TOKEN_PEPPER_1"))
if _pepper:
    API_TOKEN_PEPPERS = {1: _pepper}

CORS_ORIGIN_ALLOW_ALL = flag("CORS_ORIGIN_ALLOW_ALL")
CORS_ORIGIN_WHITELIST = words("CORS_ORIGIN_WHITELIST", "https://localhost")
CORS_ORIGIN_REGEX_WHITELIST = [re.compile(word) for word in words("CORS_ORIGIN_REGEX_WHITELIST")]
CSRF_TRUSTED_ORIGINS = words("CSRF_TRUSTED_ORIGINS")
CSRF_COOKIE_NAME = text("CSRF_COOKIE_NAME", "csrftoken")
SESSION_COOKIE_NAME = text("SESSION_COOKIE_NAME", "sessionid")
SESSION_FILE_PATH = environ.get("SESSION_FILE_PATH", environ.get("SESSIONS_ROOT"))
SECURE_HSTS_SECONDS = number("SECURE_HSTS_SECONDS", 0)
SECURE_HSTS_INCLUDE_SUBDOMAINS = flag("SECURE_HSTS_INCLUDE_SUBDOMAINS")
SECURE_HSTS_PRELOAD = flag("SECURE_HSTS_PRELOAD")
SECURE_SSL_REDIRECT = flag("SECURE_SSL_REDIRECT")

DEBUG = flag("DEBUG")
DEVELOPER = flag("DEVELOPER")
ISOLATED_DEPLOYMENT = flag("ISOLATED_DEPLOYMENT")
METRICS_ENABLED = flag("METRICS_ENABLED")
EXEMPT_VIEW_PERMISSIONS = words("EXEMPT_VIEW_PERMISSIONS")
INTERNAL_IPS = words("INTERNAL_IPS", "127.0.0.1 ::1")
LOGIN_REQUIRED = flag("LOGIN_REQUIRED", True)
LOGIN_PERSISTENCE = flag("LOGIN_PERSISTENCE")
LOGIN_TIMEOUT = number("LOGIN_TIMEOUT", 1209600)
MEDIA_ROOT = text("MEDIA_ROOT", "/etc/netbox/media")
RELEASE_CHECK_URL = environ.get("RELEASE_CHECK_URL")
RQ_DEFAULT_TIMEOUT = number("RQ_DEFAULT_TIMEOUT", 300)
TIME_ZONE = text("TIME_ZONE", "UTC")
if environ.get("HTTP_PROXY") or environ.get("HTTPS_PROXY"):
    HTTP_PROXIES = {"http": environ.get("HTTP_PROXY"), "https": environ.get("HTTPS_PROXY")}

EMAIL = {
    "SERVER": text("EMAIL_SERVER", "localhost"),
    "PORT": number("EMAIL_PORT", 25),
    "USERNAME": text("EMAIL_USERNAME"),
    "PASSWORD": secret("email_password", text("EMAIL_PASSWORD")),
    "USE_SSL": flag("EMAIL_USE_SSL"),
    "USE_TLS": flag("EMAIL_USE_TLS"),
    "TIMEOUT": number("EMAIL_TIMEOUT", 10),
    "FROM_EMAIL": text("EMAIL_FROM"),
}

# What NetBox's user interface can set as well is fixed only where the environment names it.
for _read, _names in {
    flag: "CENSUS_REPORTING_ENABLED ENFORCE_GLOBAL_UNIQUE GRAPHQL_ENABLED MAINTENANCE_MODE PREFER_IPV4",
    text: "BANNER_BOTTOM BANNER_LOGIN BANNER_TOP MAPS_URL",
    words: "ALLOWED_URL_SCHEMES",
    lambda name: int(environ[name]): (
        "CHANGELOG_RETENTION JOB_RETENTION MAX_PAGE_SIZE PAGINATE_COUNT POWERFEED_DEFAULT_AMPERAGE"
        " POWERFEED_DEFAULT_MAX_UTILIZATION POWERFEED_DEFAULT_VOLTAGE"
        " RACK_ELEVATION_DEFAULT_UNIT_HEIGHT RACK_ELEVATION_DEFAULT_UNIT_WIDTH"
    ),
}.items():
    globals().update({_name: _read(_name) for _name in _names.split(" ") if _name in environ})
