/** What does not depend on the objects. */
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
};
