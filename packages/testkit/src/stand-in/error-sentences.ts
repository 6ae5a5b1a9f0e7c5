import { same, type Text } from "./text.ts";

/** The sentences of {@link errorTexts} that quote what was sent. */
export const errorSentences = {
  badChoice: (value: unknown): Text => ({
    en: `${String(value)} is not a valid choice.`,
    fr: `${String(value)} n'est pas un choix valable.`,
  }),
  noSuchId: (id: unknown): Text => ({
    en: `Related object not found using the provided numeric ID: ${String(id)}`,
    fr: `Objet associé introuvable à l'aide de l'identifiant numérique fourni\u00a0: ${String(id)}`,
  }),
  noSuchAttributes: (attributes: Readonly<Record<string, unknown>>): Text => {
    const shown = Object.entries(attributes).map(
      ([name, value]) => `'${name}': '${String(value)}'`,
    );
    return {
      en: `Related object not found using the provided attributes: {${shown.join(", ")}}`,
      fr: `Objet associé introuvable à l'aide des attributs fournis\u00a0: {${shown.join(", ")}}`,
    };
  },
  noSuchTarget: (id: unknown): Text =>
    same(`Related object not found using the provided value: ${String(id)}.`),
  badContentType: (type: unknown): Text =>
    same(`Type de contenu non valide\u00a0: ${String(type)}`),
  exists: (noun: Text, field: Text): Text => ({
    en: `${noun.en} with this ${field.en} already exists.`,
    fr: `Un objet ${noun.fr} avec ce champ ${field.fr} existe déjà.`,
  }),
  hostBits: (prefix: string, network: string): Text => ({
    en: `${prefix} is not a valid prefix. Did you mean ${network}?`,
    fr: `${prefix} n'est pas un préfixe valide. Vouliez-vous dire ${network}?`,
  }),
  duplicatePrefix: (prefix: string): Text => ({
    en: `Duplicate prefix found in global table: ${prefix}`,
    fr: `Préfixe dupliqué trouvé dans tableau global: ${prefix}`,
  }),
  duplicateAddress: (address: string): Text => ({
    en: `Duplicate IP address found in global table: ${address}`,
    fr: `Adresse IP dupliquée trouvée dans tableau global: ${address}`,
  }),
  notItsAddress: (address: string): Text => ({
    en: `The specified IP address (${address}) is not assigned to this device.`,
    fr: `L'adresse IP spécifiée (${address}) n'est pas attribué à cet appareil.`,
  }),
  notAnInteger: (name: string): Text => ({
    en: `Invalid value for custom field '${name}': Value must be an integer.`,
    fr: `Valeur non valide pour le champ personnalisé '${name}«\u00a0: La valeur doit être un entier.`,
  }),
  badFilterNumber: (value: string): Text => ({
    en: `“${value}” is not a valid value.`,
    fr: `«\u00a0${value}\u00a0» n’est pas une valeur correcte.`,
  }),
  badFilterChoice: (value: string): Text => ({
    en: `Select a valid choice. ${value} is not one of the available choices.`,
    fr: `Sélectionnez un choix valide. ${value} n’en fait pas partie.`,
  }),
  overlappingRange: (range: string): Text => ({
    en: `Defined addresses overlap with range ${range} in VRF None`,
    fr: `Les adresses définies se chevauchent avec la plage ${range} en VRF None`,
  }),
  reversedRange: (start: string): Text => ({
    en: `Ending address must be greater than the starting address (${start})`,
    fr: `L'adresse de fin doit être supérieure à l'adresse de début (${start})`,
  }),
  badItem: (value: unknown): Text => ({
    en: `"${String(value)}" is not a valid choice.`,
    fr: `«\u00a0${String(value)}\u00a0» n'est pas un choix valide.`,
  }),
  badAssignedObject: (type: Text, id: unknown): Text => ({
    en: `Invalid assigned_object: ${type.en} ID ${String(id)}`,
    fr: `Invalid assigned_object: ${type.fr} ID ${String(id)}`,
  }),
  shortToken: (length: number): Text => ({
    en: `Ensure this value has at least 40 characters (it has ${length}).`,
    fr: `Assurez-vous que cette valeur comporte au moins 40 caractères (actuellement ${length}).`,
  }),
  badSource: (address: string): Text =>
    same(`Source IP ${address} is not permitted to authenticate using this token.`),
  notAllowed: (method: string): Text => ({
    en: `Method "${method}" not allowed.`,
    fr: `Méthode «\u00a0${method}\u00a0» non autorisée.`,
  }),
  hasDependents: (named: readonly string[]): Text =>
    same(
      `Unable to delete object. ${named.length} dependent objects were found: ${named.join(", ")}`,
    ),
  // The next two were recorded for 4.7.3, the third is from NetBox's source: not for 4.5.2.
  notInChoiceSet: (name: string, value: unknown, choiceSet: string): Text =>
    same(
      `Invalid value for custom field '${name}': Invalid choice (${String(value)}) for choice set ${choiceSet}.`,
    ),
  notAllInChoiceSet: (name: string, value: unknown, choiceSet: string): Text =>
    same(
      `Invalid value for custom field '${name}': Invalid choice(s) (${JSON.stringify(value)}) for choice set ${choiceSet}.`,
    ),
  notUnique: (name: string): Text => same(`Custom field '${name}' must have a unique value.`),
  noMatch: (model: string): Text => same(`No ${model} matches the given query.`),
} as const;
