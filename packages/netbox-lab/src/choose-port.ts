import { once } from "node:events";
import { createServer } from "node:net";
import { MultipassError } from "@multipass-netbox/core";

/**
 * The port to start on: the asked one; else the previous one if it is still free; else 0.
 *
 * @throws MultipassError LAB_PREREQUISITE when the asked one is taken
 */
export async function choosePort(asked: number, previous = 0): Promise<number> {
  if (asked === 0) return (await isFree(previous)) ? previous : 0;
  if (await isFree(asked)) return asked;
  throw new MultipassError("LAB_PREREQUISITE", `Port ${asked} on 127.0.0.1 is taken`, {
    hint: "Name another one, or none to get a free one.",
  });
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}
