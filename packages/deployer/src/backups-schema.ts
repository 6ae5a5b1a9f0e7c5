import * as z from "zod";

/** `backups:` of the configuration. */
export const backupsSchema = z.strictObject({
  keep: z
    .int()
    .min(1)
    .max(1000)
    .default(7)
    .describe(
      "How many `backup prune` keeps; the newest and the way back over an upgrade always stay",
    ),
  copyTo: z
    .string()
    .regex(
      /^(?:\/(?!\.{1,2}(?:\/|$))[A-Za-z0-9._-]+)+$/,
      "expected an absolute path of letters, digits, dots, - and _",
    )
    .optional()
    .describe("Folder of the host on another file system, such as a mounted NAS, that gets a copy"),
});

/** {@link backupsSchema} after its defaults. */
export type BackupsConfig = z.output<typeof backupsSchema>;
