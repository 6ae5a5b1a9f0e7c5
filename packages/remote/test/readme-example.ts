import { hostSchema, openRunner } from "@multipass-netbox/remote";

/** The README's example, for a folder on this machine. */
export async function runExample(folder: string): Promise<readonly string[]> {
  const path = `${folder}/netbox.env`;
  // Or { ssh: "r2d2helm@192.168.1.161", hostKey: "SHA256:…" }.
  const host = hostSchema.parse({ ssh: "local" });
  await using runner = await openRunner(host, { timeoutMs: 30_000 });

  const { stdout } = await runner.run({ argv: ["uname", "-s"] });
  await runner.placeFiles([{ path, content: "TIME_ZONE=Europe/Paris\n", mode: 0o644 }]);
  await runner.run({
    argv: ["sh", "-s"],
    stdin: `grep TIME_ZONE ${path}\n`,
    onLine: (line, stream) => lines.push(`${stream}: ${line}`),
  });

  const script = `exec 9>>"$1"; flock -n 9 && echo held; exec cat`;
  await using lock = await runner.hold({ argv: ["sh", "-c", script, "sh", `${folder}/lock`] });
  await using tunnel = await runner.openTunnel(8080); // http://127.0.0.1:${tunnel.port}
  return [stdout, ...lines, lock.firstLine, String(tunnel.port)];
}

const lines: string[] = [];
