import * as z from "zod";

// What ssh would take for an option, or a ProxyCommand of the user's for shell, can't be written.
const destination = /^[A-Za-z_][A-Za-z0-9._-]*@[A-Za-z0-9:][A-Za-z0-9.:_-]*$/;
const fingerprint = /^SHA256:[A-Za-z0-9+/]{43}$/;
const folder = /^(?:\/(?!\.{1,2}(?:\/|$))[A-Za-z0-9._-]+)+$/;
// oxlint-disable-next-line no-control-regex -- these are what it is about
const plainPath = /^[^-"\u0000-\u001F\u007F][^"\u0000-\u001F\u007F]*$/;

/** `host:` of the configuration: the machine that runs the stack, and how to get there. */
export const hostSchema = z.strictObject({
  ssh: z
    .string()
    .refine((value) => value === "local" || destination.test(value), "expected user@host or local")
    .describe("user@host, where host may be a Host of your ssh configuration; or local"),
  port: z
    .int()
    .min(1)
    .max(65_535)
    .optional()
    .describe("Port of the SSH server; default: what your ssh configuration says, else 22"),
  identityFile: z
    .string()
    .regex(plainPath, "expected a path")
    .optional()
    .describe("Private key, and the only one that is tried; default: what ssh finds by itself"),
  hostKey: z
    .string()
    .regex(fingerprint, "expected SHA256: and 43 characters, as ssh-keygen -l shows it")
    .optional()
    .describe("Fingerprint of the host's key; default: known_hosts decides"),
  knownHostsFile: z
    .string()
    .regex(plainPath, "expected a path")
    .optional()
    .describe("Instead of your known_hosts; not looked at when there is a hostKey"),
  directory: z
    .string()
    .regex(folder, "expected an absolute path of letters, digits, dots, - and _")
    .default("/opt/multipass/docker/netbox")
    .describe("Folder of the stack on the host; its parent exists"),
});

/** `host:` after its defaults. */
export type HostConfig = z.output<typeof hostSchema>;
