import { same, type Text } from "./text.ts";

/** What NetBox 4.5.2 says when it refuses something, as recorded. */
export const errorTexts = {
  required: { en: "This field is required.", fr: "Ce champ est obligatoire." },
  notNull: same("This field cannot be null."),
  noBlank: { en: "This field cannot be blank.", fr: "Ce champ ne peut pas être vide." },
  mayNotBeBlank: {
    en: "This field may not be blank.",
    fr: "Ce champ n'est peut-être pas vide.",
  },
  passDirectly: {
    en: 'Value must be passed directly (e.g. "foo": 123); do not use a dictionary or list.',
    fr: "La valeur doit être transmise directement (par exemple «\u00a0foo\u00a0»\u00a0: 123)\u00a0; n'utilisez pas de dictionnaire ni de liste.",
  },
  emptyList: { en: "This list may not be empty.", fr: "Cette liste ne peut pas être vide." },
  slug: {
    en: 'Enter a valid "slug" consisting of letters, numbers, underscores or hyphens.',
    fr: "Ce champ ne doit contenir que des lettres, des nombres, des tirets bas _ et des traits d'union.",
  },
  unicodeSlug: {
    en: "Enter a valid “slug” consisting of Unicode letters, numbers, underscores, or hyphens.",
    fr: "Ce champ ne doit contenir que des caractères Unicode, des nombres, des tirets bas (_) et des traits d’union.",
  },
  unicodeSlugAgain: same(
    'Enter a valid "slug" consisting of Unicode letters, numbers, underscores, or hyphens.',
  ),
  timeZone: same("A valid timezone is required."),
  port: {
    en: "Ensure this value is less than or equal to 65535.",
    fr: "Assurez-vous que cette valeur est inférieure ou égale à\u00a065535.",
  },
  tenantName: {
    en: "Tenant name must be unique per group.",
    fr: "Le nom de l'entité doit être unique par groupe.",
  },
  tenantSlug: {
    en: "Tenant slug must be unique per group.",
    fr: "Le slug de l'entité doit être unique par groupe.",
  },
  deviceName: {
    en: "Constraint “dcim_device_unique_name_site_tenant” is violated.",
    fr: "La contrainte « dcim_device_unique_name_site_tenant » n’est pas respectée.",
  },
  zeroMask: {
    en: "Cannot create prefix with /0 mask.",
    fr: "Impossible de créer un préfixe avec le masque /0.",
  },
  contentTypeForm: same(
    "Valeur non valide. Spécifiez un type de contenu comme «<app_label>.<model_name>'.",
  ),
  notAList: {
    en: 'Expected a list of items but got type "dict".',
    fr: "Attendait une liste d'éléments mais a reçu «\u00a0dict\u00a0».",
  },
  notADictionary: {
    en: "Invalid data. Expected a dictionary, but got str.",
    fr: "Donnée non valide. Attendait un dictionnaire, a reçu str.",
  },
  noCredentials: {
    en: "Authentication credentials were not provided.",
    fr: "Informations d'authentification non fournies.",
  },
  noPermission: {
    en: "You do not have permission to perform this action.",
    fr: "Vous n'avez pas la permission d'effectuer cette action.",
  },
  badTime: {
    en: "Enter a valid date/time.",
    fr: "Saisissez une date et une heure valides.",
  },
  badUuid: { en: "Enter a valid UUID.", fr: "Saisissez un UUID valide." },
  choiceSetMissing: {
    en: "Selection fields must specify a set of choices.",
    fr: "Les champs de sélection doivent spécifier un ensemble de choix.",
  },
  homeless: {
    en: "A virtual machine must be assigned to a site and/or cluster.",
    fr: "Une machine virtuelle doit être attribuée à un site et/ou à un cluster.",
  },
  shortPassword: {
    en: "This password is too short. It must contain at least 12 characters.",
    fr: "Ce mot de passe est trop court. Il doit contenir au minimum 12 caractères.",
  },
  noNumeral: {
    en: "Password must have at least one numeral.",
    fr: "Le mot de passe doit comporter au moins un chiffre.",
  },
  userExists: {
    en: "A user with that username already exists.",
    fr: "Un utilisateur avec ce nom d'utilisateur existe déjà.",
  },
  exhausted: same("Insufficient resources are available to satisfy the request"),
  noDot: same(
    "Invalid authorization header: Could not parse key from v2 token. Did you mean to use 'Token' instead of 'Bearer'?",
  ),
} as const satisfies Readonly<Record<string, Text>>;
