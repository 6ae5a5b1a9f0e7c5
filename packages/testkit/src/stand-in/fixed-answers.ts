/** What does not depend on the objects: the server and the owner of the token. */
export const fixedAnswers: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "GET /api/status/": {
    "django-version": "5.2.10",
    hostname: "netbox-45-stand-in",
    installed_apps: {},
    "netbox-version": "4.5.2",
    "netbox-full-version": "4.5.2",
    plugins: {},
    "python-version": "3.13.5",
    "rq-workers-running": 1,
  },
  "GET /api/authentication-check/": {
    id: 1,
    url: "/netbox/api/users/users/1/",
    display_url: "/netbox/users/users/1/",
    display: "admin",
    username: "admin",
    first_name: "",
    last_name: "",
    email: "admin@example.com",
    is_active: true,
    date_joined: "2026-11-23T09:57:22.055291+01:00",
    last_login: null,
    groups: [],
    permissions: [],
  },
};
