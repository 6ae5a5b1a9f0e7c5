import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/** An internet socket of a process, as the kernel lists it (proc_pid_net(5)). */
export interface NetworkSocket {
  readonly inode: string;
  /** `127.0.0.1:8000`; an IPv6 address stays as the kernel writes it. */
  readonly local: string;
  readonly remote: string;
  /** Whether the other end is this machine, or there is none. */
  readonly isInside: boolean;
}

export interface NetworkSockets {
  /** TCP sockets that take connections. */
  readonly listening: readonly NetworkSocket[];
  /** All other TCP sockets, and those of UDP. */
  readonly others: readonly NetworkSocket[];
}

// Unset or loopback: of IPv4, of IPv6, and of IPv4 within IPv6. Words are little-endian.
const insideAddress =
  /^(?:0{8}|[0-9A-F]{6}7F|0{32}|0{24}01000000|0{16}FFFF0000(?:0{8}|[0-9A-F]{6}7F))$/u;
const listenState = "0A";

/** What these processes have open at this moment. A socket they share is there once. */
export function networkSocketsOf(pids: readonly number[]): NetworkSockets {
  const inodes = new Set(pids.flatMap(socketInodesOf));
  const [tcp, udp] = ["tcp", "udp"].map((protocol) =>
    ["", "6"]
      .flatMap((family) => parseSockets(readFileSync(`/proc/net/${protocol}${family}`, "utf8")))
      .filter(({ inode }) => inodes.has(inode)),
  );
  const { listening = [], rest = [] } = Object.groupBy(tcp ?? [], ({ state }) =>
    state === listenState ? "listening" : "rest",
  );
  return { listening, others: [...rest, ...(udp ?? [])] };
}

/** Reads a table such as /proc/net/tcp. Pure. */
export function parseSockets(table: string): readonly (NetworkSocket & { state: string })[] {
  const rows = table.trimEnd().split("\n").slice(1);
  return rows.map((row) => {
    const [, local = "", remote = "", state = "", , , , , , inode = ""] = row.trim().split(/\s+/u);
    const isInside = insideAddress.test(remote.split(":")[0] ?? "");
    return { inode, local: readable(local), remote: readable(remote), isInside, state };
  });
}

function readable(place: string): string {
  const [address = "", port = ""] = place.split(":");
  const isIpv4 = address.length === 8;
  const words = isIpv4 ? Buffer.from(address, "hex").toReversed().join(".") : address;
  return `${words}:${Number.parseInt(port, 16)}`;
}

function socketInodesOf(pid: number): readonly string[] {
  return unlessGone(() => readdirSync(`/proc/${pid}/fd`), []).flatMap((fd) => {
    const target = unlessGone(() => readlinkSync(`/proc/${pid}/fd/${fd}`), "");
    return /^socket:\[(\d+)\]$/u.exec(target)?.[1] ?? [];
  });
}

/** Processes and files come and go; that one may not look is an error. */
function unlessGone<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch (error) {
    if (["ENOENT", "ESRCH"].includes((error as NodeJS.ErrnoException).code ?? "")) return otherwise;
    throw error;
  }
}
