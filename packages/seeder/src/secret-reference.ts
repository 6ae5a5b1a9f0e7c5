import * as z from "zod";
import type { FieldCodec } from "./field-codec.ts";

/** Where a secret is: in a file, or in a variable of the environment. */
export type SecretReference = { readonly file: string } | { readonly env: string };

const place = { type: "string", minLength: 1 };

/** A secret in a seed file: the place, never the value. No message repeats what stands there. */
export const secretReference = z
  .unknown()
  .refine(isSecretReference, "must say where the secret is, not what: {file: PATH} or {env: NAME}")
  .meta({
    description: "Where the secret is: in a file, or in a variable of the environment",
    type: "object",
    properties: { file: place, env: place },
    additionalProperties: false,
    minProperties: 1,
    maxProperties: 1,
  });

const bothPlaces = z.strictObject({
  file: z.string().min(1).optional(),
  env: z.string().min(1).optional(),
});

function isSecretReference(value: unknown): boolean {
  const { success, data } = bothPlaces.safeParse(value);
  return success && Object.keys(data).length === 1;
}

/** The reference as it stands in a plan: `file:./secrets/x`, `env:NAME`. */
function formatSecretReference(reference: SecretReference): string {
  return "file" in reference ? `file:${reference.file}` : `env:${reference.env}`;
}

/** The inverse. Throws a `TypeError` for what is no reference, without repeating it. */
export function parseSecretReference(text: string): SecretReference {
  const { scheme, rest } = /^(?<scheme>file|env):(?<rest>.+)$/su.exec(text)?.groups ?? {};
  if (scheme === undefined || rest === undefined) {
    throw new TypeError("no reference to a secret");
  }
  return scheme === "file" ? { file: rest } : { env: rest };
}

/** A field that NetBox keeps to itself or should have kept: written, never read. */
export function secret(name: string): FieldCodec {
  return {
    isSecret: true,
    names: [],
    read: () => null,
    write: (value, { secretOf }) => ({ [name]: secretOf(value as string) }),
    fromEntry: (value) => formatSecretReference(value as SecretReference),
    toEntry: (value) => (typeof value === "string" ? parseSecretReference(value) : undefined),
  };
}

/** A file into which a secret is put that NetBox makes, as a reference to it. */
export const secretOutput: FieldCodec = {
  isOutput: true,
  names: [],
  read: () => null,
  write: () => ({}),
  fromEntry: (value) => formatSecretReference({ file: String(value) }),
  toEntry: (value) => (typeof value === "string" ? value.slice("file:".length) : undefined),
};
