/**
 * Every code an error of ours can carry. Codes are stable: scripts may branch on them,
 * and each has a heading of its own in docs/errors.md.
 */
export const errorCodes = [
  "USAGE",
  "CONFIG_INVALID",
  "SEED_INVALID",
  "SEED_CONFLICT",
  "NETBOX_UNREACHABLE",
  "NETBOX_AUTH",
  "NETBOX_FORBIDDEN",
  "NETBOX_NOT_FOUND",
  "NETBOX_CONFLICT",
  "NETBOX_VALIDATION",
  "NETBOX_RATE_LIMIT",
  "NETBOX_SERVER",
  "NETBOX_UNEXPECTED_BODY",
  "NETBOX_UNKNOWN_FILTER",
  "NETBOX_NOT_KEPT",
  "NETBOX_EXHAUSTED",
  "LAB_PREREQUISITE",
  "SSH_UNREACHABLE",
  "SSH_HOST_KEY",
  "SSH_AUTH",
  "REMOTE_COMMAND_FAILED",
  "REMOTE_TIMEOUT",
  "PREFLIGHT_FAILED",
  "BYSTANDER_CHANGED",
  "LOCK_HELD",
  "NOT_READY",
  "PLAN_STALE",
  "APPLY_FAILED",
  "INTERRUPTED",
  "INTERNAL",
] as const;

/** One of {@link errorCodes}. */
export type ErrorCode = (typeof errorCodes)[number];
