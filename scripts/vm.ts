// Starts a throw-away VM and holds it until Ctrl-C, to try `deploy` by hand:
//   node scripts/with-toolchain.mjs node scripts/vm.ts [--bare]
// With --bare without our stack's images.
import { once } from "node:events";
import { startThrowAwayVm } from "@multipass-netbox/testkit";

await using vm = await startThrowAwayVm({
  hasStackImages: !process.argv.includes("--bare"),
  onProgress: (line) => process.stderr.write(`${line}\n`),
});
const { container, sshPort, user, identityFile, hostKey, knownHostsFile, images } = vm;
const ssh = `ssh -i ${identityFile} -o UserKnownHostsFile=${knownHostsFile} -p ${sshPort} ${user}@127.0.0.1`;
process.stdout.write(
  `${JSON.stringify({ container, sshPort, user, identityFile, hostKey, knownHostsFile, images, ssh }, undefined, 2)}\n`,
);
process.stderr.write("Until Ctrl-C\n");
// Nothing else keeps this process alive.
const alive = setInterval(() => {}, 60_000);
await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
clearInterval(alive);
