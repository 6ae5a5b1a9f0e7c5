import { MultipassError } from "@multipass-netbox/core";

/** The host has as many sessions as it takes on one connection. Nothing was started. */
export class SessionRefusedError extends MultipassError {
  override readonly name = "SessionRefusedError";

  constructor(host: string) {
    super("SSH_UNREACHABLE", `${host} takes no further session on its connection`, {
      hint: "MaxSessions in the host's sshd_config should be 10, its default, or more.",
    });
  }
}
