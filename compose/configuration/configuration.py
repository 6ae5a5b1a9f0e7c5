# Written by `multipass-netbox render`. Change multipass-netbox.yaml instead.
from pathlib import Path

BASE_PATH = "netbox/"
ALLOWED_HOSTS = ["netbox", "localhost", "127.0.0.1", "192.168.1.161"]
CORS_ORIGIN_ALLOW_ALL = False
CORS_ORIGIN_WHITELIST = ["http://192.168.1.161:3000"]
CSRF_TRUSTED_ORIGINS = ["http://192.168.1.161:8000", "http://192.168.1.161:3000"]
LOGIN_REQUIRED = True
LOGOUT_REDIRECT_URL = "/netbox/login/"
DEFAULT_LANGUAGE = "fr-fr"
TIME_ZONE = "Europe/Paris"
MEDIA_ROOT = "/opt/netbox/netbox/media"
REPORTS_ROOT = "/opt/netbox/netbox/reports"
SCRIPTS_ROOT = "/opt/netbox/netbox/scripts"
METRICS_ENABLED = False
CENSUS_REPORTING_ENABLED = False
RELEASE_CHECK_URL = None

# New tokens get the pepper of the highest number; older ones keep theirs.
API_TOKEN_PEPPERS = {
    int(file.name.rpartition("_")[2]): file.read_text(encoding="utf-8").strip()
    for file in sorted(Path("/run/secrets").glob("api_token_pepper_[0-9]*"))
}
