import { errorTexts } from "../error-texts.ts";
import { constant, plain, required } from "../fields.ts";
import { booleanFilters } from "../filters/choice-filters.ts";
import { pointingFilters } from "../filters/pointing-filters.ts";
import { searchFilter, textFilters } from "../filters/text-filters.ts";
import type { Checked, Field, Kind, Place } from "../kind.ts";
import { localTime } from "../local-time.ts";
import { permissionFilter, permissionsOf, writePermissions } from "../permissions-of.ts";
import { references } from "../references.ts";
import { NotModelled, Refusal } from "../refusal.ts";
import { same } from "../text.ts";

const password: Field = { ...required, isHidden: true };

const dateJoined: Field = {
  ...constant(null),
  generate: ({ store }) => localTime(store.now()),
};

/** `users/users`. The first one is the superuser. */
export const userKind: Kind = {
  path: "users/users/",
  objectType: "users.user",
  model: "User",
  noun: same("user"),
  fields: {
    username: required,
    password,
    first_name: plain(""),
    last_name: plain(""),
    email: plain(""),
    is_active: plain(true),
    date_joined: dateJoined,
    last_login: constant(null),
    groups: references("users/groups/"),
    permissions: permissionsOf("users"),
  },
  brief: ["username"],
  display: ({ values: { username, first_name: first, last_name: last } }) => {
    // Not recorded: a user who has a name is shown with it.
    const name = `${String(first)} ${String(last)}`.trim();
    return name === "" ? String(username) : `${String(username)} (${name})`;
  },
  order: ({ values }) => [String(values["username"])],
  filters: {
    ...textFilters("username", "email"),
    ...booleanFilters("is_active"),
    ...pointingFilters("group", {
      path: "users/groups/",
      key: "name",
      idOf: ({ values }) => values["groups"],
    }),
    ...permissionFilter("users"),
    q: searchFilter("username", "email"),
  },
  afterWrite: (row, place) => {
    writePermissions("users", row, place);
  },
  times: [],
  isUnlogged: true,
  uniqueTogether: [["username"]],
  check: (row, place) => {
    refuseDuplicate(row, place);
    checkPassword(String(row.values["password"]));
  },
};

function refuseDuplicate({ id, values }: Checked, { store }: Place): void {
  const hasTwin = store
    .rows("users/users/")
    .some((row) => row.id !== id && row.values["username"] === values["username"]);
  if (hasTwin) {
    throw new Refusal(400, { username: [errorTexts.userExists] });
  }
}

function checkPassword(text: string): void {
  const problems = [
    ...(text.length < 12 ? [errorTexts.shortPassword] : []),
    ...(/\d/.test(text) ? [] : [errorTexts.noNumeral]),
  ];
  if (problems.length > 0) {
    throw new Refusal(400, { non_field_errors: problems });
  }
  if (!/[A-Z]/.test(text) || !/[a-z]/.test(text)) {
    throw new NotModelled("a password without a capital or without a small letter");
  }
}
