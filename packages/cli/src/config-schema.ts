import * as z from "zod";

/** `multipass-netbox.yaml`. Every key has a default or an environment variable. */
export const configSchema = z.strictObject({
  netbox: z
    .strictObject({
      url: z.string().describe("Address of NetBox with its base path, without /api"),
      tokenFile: z
        .string()
        .describe("File that holds the token alone; relative to this configuration"),
    })
    .optional()
    .describe("NetBox to work with; NETBOX_URL and NETBOX_TOKEN together win over it"),
  seed: z
    .string()
    .default("seed-data")
    .describe("Folder of the seed files, or one of them; relative to this configuration"),
});

/** The configuration after its defaults. */
export type Config = z.output<typeof configSchema>;
