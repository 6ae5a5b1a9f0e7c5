import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A wire to a NetBox that goes wrong on demand. */
export interface Wire extends AsyncDisposable {
  /** The NetBox's address with the port of the wire. */
  readonly url: string;
  /** Carries requests other than GET that hold this text through, and loses their answers. */
  losesAnswersTo: string | undefined;
  /** Cuts all connections once so many more bytes have passed, both ways counted. */
  cutAfterBytes: number | undefined;
  /** How often it was cut. */
  readonly cuts: number;
  /** Bytes that have passed, both ways. */
  readonly passedBytes: number;
}

/** Opens a wire between 127.0.0.1 and a NetBox on this machine. */
export async function openWire(target: string): Promise<Wire> {
  const faults = new WireFaults();
  const server = createServer((near) => {
    join(near, target, faults);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = new URL(target);
  url.port = String((server.address() as AddressInfo).port);
  return Object.assign(faults, {
    url: url.href,
    [Symbol.asyncDispose]: async () => {
      faults.destroyAll();
      server.close();
      await once(server, "close");
    },
  });
}

/** What is to go wrong, and what went through. */
class WireFaults {
  losesAnswersTo: string | undefined;
  cutAfterBytes: number | undefined;
  cuts = 0;
  passedBytes = 0;
  readonly sockets = new Set<Socket>();

  /** Counts a chunk; whether it may pass. */
  count(chunk: Buffer): boolean {
    this.passedBytes += chunk.length;
    if (this.cutAfterBytes === undefined) {
      return true;
    }
    this.cutAfterBytes -= chunk.length;
    if (this.cutAfterBytes >= 0) {
      return true;
    }
    this.cutAfterBytes = undefined;
    this.cuts += 1;
    this.destroyAll();
    return false;
  }

  losesAnswer(chunk: Buffer): boolean {
    const text = this.losesAnswersTo;
    return (
      text !== undefined && chunk.includes(text) && !chunk.toString("latin1").startsWith("GET")
    );
  }

  destroyAll(): void {
    for (const socket of this.sockets) {
      socket.destroy();
    }
  }
}

function join(near: Socket, target: string, faults: WireFaults): void {
  const { hostname, port } = new URL(target);
  const far = connect(Number(port), hostname);
  let isDoomed = false;
  near.on("data", (chunk) => {
    isDoomed ||= faults.losesAnswer(chunk);
    if (faults.count(chunk)) {
      far.write(chunk);
    }
  });
  far.on("data", (chunk) => {
    // The answer begins to come: the request was carried out.
    if (isDoomed) {
      near.destroy();
    } else if (faults.count(chunk)) {
      near.write(chunk);
    }
  });
  for (const [one, other] of [
    [near, far],
    [far, near],
  ] as const) {
    faults.sockets.add(one);
    one.on("error", () => other.destroy());
    one.on("close", () => {
      faults.sockets.delete(one);
      other.destroy();
    });
  }
}
