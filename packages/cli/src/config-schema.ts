import { publicSchema, stackSchema } from "@multipass-netbox/compose-renderer";
import { backupsSchema } from "@multipass-netbox/deployer";
import { hostSchema } from "@multipass-netbox/remote";
import * as z from "zod";

/** `multipass-netbox.yaml`. Every key has a default or an environment variable. */
export const configSchema = z.strictObject({
  host: hostSchema
    .optional()
    .describe("Machine whose Docker runs NetBox; paths are relative to this configuration"),
  backups: backupsSchema
    .default(backupsSchema.parse({}))
    .describe("Backups of the deployment, on its host"),
  netbox: z
    .strictObject({
      url: z.string().describe("Address of NetBox with its base path, without /api"),
      tokenFile: z
        .string()
        .describe("File that holds the token alone; relative to this configuration"),
    })
    .optional()
    .describe(
      "NetBox to work with, instead of the one on the host; NETBOX_URL and NETBOX_TOKEN together win over it",
    ),
  seed: z
    .string()
    .default("seed-data")
    .describe("Folder of the seed files, or one of them; relative to this configuration"),
  stack: stackSchema
    .default(stackSchema.parse({}))
    .describe("The four containers; every key has a default"),
  public: publicSchema
    .default(publicSchema.parse({}))
    .describe("Addresses that browsers use; nothing is ever sent to them"),
});

/** The configuration after its defaults. */
export type Config = z.output<typeof configSchema>;
