/** The host's containers that are not ours: what runs in a VM that nobody has touched. */
export const standIns = [
  "multipass-nextjs",
  "multipass-supabase-studio",
  "multipass-langfuse",
  "multipass-litellm",
  "multipass-supabase-kong",
  "multipass-supabase-db",
  "multipass-redis",
  "multipass-supabase-rest",
  "multipass-supabase-realtime",
  "multipass-supabase-storage",
  "multipass-supabase-auth",
  "multipass-supabase-meta",
  "multipass-supabase-imgproxy",
  "multipass-langfuse-db",
] as const;

/** One of {@link standIns}. */
export type StandIn = (typeof standIns)[number];
