import { connect } from "node:net";
import type { Runner } from "@multipass-netbox/core";
import { expect, it } from "vitest";
import { checkFiles } from "./check-files.ts";
import { checkHold } from "./check-hold.ts";
import { checkLimits } from "./check-limits.ts";
import { checkRun } from "./check-run.ts";
import { openContext } from "./runner-context.ts";

/** What every runner does that works on something. `open` is called once. */
export function checkRunner(open: () => Promise<Runner>): void {
  const context = openContext(open);
  checkRun(context);
  checkLimits(context);
  checkHold(context);
  checkFiles(context);

  it("a tunnel leads to a port of the host's 127.0.0.1", async () => {
    const serve = `$| = 1;
my $listener = IO::Socket::INET->new(LocalAddr => "127.0.0.1", Listen => 5) or die;
print $listener->sockport, "\\n";
while (my $connection = $listener->accept) {
  $connection->recv(my $text, 100);
  $connection->send("hello $text");
  $connection->close;
}`;
    await using server = await context.runner.hold({
      argv: ["perl", "-MIO::Socket::INET", "-e", serve],
    });
    await using tunnel = await context.runner.openTunnel(Number(server.firstLine));
    expect(await converse(tunnel.port, "there")).toBe("hello there");
    expect(await converse(tunnel.port, "again")).toBe("hello again");
  });

  it("counts what it costs", async () => {
    const { roundTrips } = context.runner.costs;
    await context.read("exit 0");
    await context.runner.placeFiles([{ path: `${context.folder}/a`, content: "", mode: 0o600 }]);
    await context.runner.rewriteFile({ path: `${context.folder}/a`, content: "b" });
    await (await context.runner.hold({ argv: ["echo", "x"] }))[Symbol.asyncDispose]();
    expect(context.runner.costs.roundTrips).toBe(roundTrips + 4);
  });
}

async function converse(port: number, text: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.write(text);
  let answer = "";
  for await (const chunk of socket) {
    answer += String(chunk);
  }
  return answer;
}
