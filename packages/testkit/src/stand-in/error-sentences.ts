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
  noMatch: (model: string): Text => same(`No ${model} matches the given query.`),
} as const;
