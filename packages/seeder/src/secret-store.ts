import { MultipassError, type Secret } from "@multipass-netbox/core";

/** Where the secrets are that seed files and plans only name: `file:./secrets/x`, `env:NAME`. */
export interface SecretStore {
  /** The value behind a reference; all of a plan's are there before its first write. */
  readonly read: (reference: string) => Secret;
  /**
   * Keeps a secret that NetBox has just made, readable by its owner alone. When it rejects, what the
   * secret belongs to is deleted again.
   */
  readonly save: (reference: string, value: Secret) => Promise<void>;
}

/** For plans that name no secret. */
export const noSecrets: SecretStore = {
  read: (reference) => {
    throw new MultipassError("INTERNAL", `nobody gave the secret ${reference}`);
  },
  save: (reference) => {
    throw new MultipassError("INTERNAL", `there is no place for the secret ${reference}`);
  },
};
