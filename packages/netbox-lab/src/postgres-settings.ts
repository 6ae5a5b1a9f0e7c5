/** Command line settings of a lab's PostgreSQL. Pure. */
export function postgresSettings(isKept: boolean): readonly string[] {
  const settings = isKept ? common : { ...common, ...throwaway };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

const common: Readonly<Record<string, string>> = {
  wal_level: "minimal",
  max_wal_senders: "0",
  jit: "off",
  max_connections: "60",
  shared_buffers: "128MB",
  // Not /dev/shm, of which a container has 64 MB and which is not in our folder.
  dynamic_shared_memory_type: "mmap",
};

/** Nobody will read the data after a crash of the machine. */
const throwaway: Readonly<Record<string, string>> = {
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
};
