import { isIP } from "node:net";
import * as z from "zod";
import { checkImage, checkNetBoxImage } from "./check-image.ts";
import { checkMemory } from "./check-memory.ts";
import { isAllowedHost, isBasePath, isLanguage, isTimeZone } from "./check-values.ts";
import { parseMemory } from "./parse-memory.ts";
import { privateNetwork } from "./stack-names.ts";

const port = z.int().min(1).max(65_535);

const imageSchema = buildImageSchema(checkImage);

function buildImageSchema(check: (image: string) => string | undefined): z.ZodString {
  return z.string().superRefine((image, context) => {
    const message = check(image);
    if (message !== undefined) {
      context.addIssue({ code: "custom", message });
    }
  });
}

const memory = z.string().refine((text) => parseMemory(text) !== undefined, {
  error: "must be a number with m or g behind it: 800m",
});

const imagesSchema = z.strictObject({
  netbox: buildImageSchema(checkNetBoxImage).default("netboxcommunity/netbox:v4.5.2-4.0.0"),
  postgres: imageSchema.default("postgres:17-alpine"),
  valkey: imageSchema.default("valkey/valkey:9.0-alpine"),
});

const publishSchema = z
  .strictObject({
    address: z
      .string()
      .refine((text) => isIP(text) !== 0, { error: "must be an IP address of the host" })
      .default("127.0.0.1")
      .describe("Address of the host that the two ports are bound to"),
    netbox: port.default(8080),
    postgres: port.default(5433),
  })
  .refine(({ netbox, postgres }) => netbox !== postgres, {
    path: ["postgres"],
    error: "must be another port than netbox",
  });

const superuserSchema = z.strictObject({
  name: z
    .string()
    .regex(/^[\w.@+-]{1,150}$/, "must be letters, digits and @ . + - _ only")
    .default("admin"),
  email: z.union([z.email({ error: "must be an address" }), z.literal("")]).default(""),
});

const memorySchema = z.strictObject({
  netbox: memory.default("848m"),
  worker: memory.default("320m"),
  postgres: memory.default("224m"),
  valkey: memory.default("128m"),
});

/** `stack` in `multipass-netbox.yaml`: the four containers. */
export const stackSchema = z
  .strictObject({
    network: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/, "must be the name of a Docker network")
      .refine((name) => name !== privateNetwork, { error: "is the name of our own network" })
      .default("multipass-network")
      .describe("Docker network that exists and that NetBox joins"),
    images: withDefaults(imagesSchema).describe("With a tag, and a digest where it is known"),
    publish: withDefaults(publishSchema).describe("Ports of the host"),
    basePath: z
      .string()
      .refine(isBasePath, {
        error: 'must be "" or end with a slash and not begin with one: netbox/',
      })
      .default("netbox/")
      .describe("Path that NetBox answers under"),
    allowedHosts: z
      .array(
        z.string().refine(isAllowedHost, {
          error: "must be a host name or an address, without scheme, port or *",
        }),
      )
      .default([])
      .describe("More names that NetBox may be asked by, besides its own and the gateway's"),
    language: z
      .string()
      .refine(isLanguage, { error: "must be a language of NetBox: fr-fr, en-us, de" })
      .default("fr-fr"),
    timeZone: z
      .string()
      .refine(isTimeZone, { error: "must be a time zone: Europe/Paris" })
      .default("Europe/Paris"),
    superuser: withDefaults(superuserSchema).describe("Made by the first deploy"),
    memory: withDefaults(memorySchema).describe("Limits of the containers"),
    workers: z.int().min(1).max(16).default(2).describe("Processes that answer requests"),
  })
  .superRefine(checkMemory);

// Not `prefault`: what the default is belongs in the JSON Schema.
function withDefaults<Schema extends z.ZodType>(schema: Schema): z.ZodDefault<Schema> {
  return schema.default(schema.parse({}) as z.core.util.NoUndefined<z.output<Schema>>);
}

/** {@link stackSchema} after its defaults. */
export type StackConfig = z.output<typeof stackSchema>;
