import { execa } from "execa";
import { expect, test } from "vitest";
import { hostSchema } from "../src/index.ts";
import { buildSshArguments } from "../src/ssh-arguments.ts";

const host = hostSchema.parse({
  ssh: "ada@example.com",
  port: 2222,
  identityFile: "/keys/my key",
  knownHostsFile: "/keys/known hosts",
});

test("ssh reads the options as they are meant, whatever the user's configuration says", async () => {
  const { stdout } = await execa("ssh", ["-G", ...buildSshArguments(host, 1500), "--", host.ssh]);
  expect(stdout.split("\n")).toEqual(
    expect.arrayContaining([
      "host example.com",
      "user ada",
      "port 2222",
      "batchmode yes",
      "stricthostkeychecking true",
      "updatehostkeys false",
      "nohostauthenticationforlocalhost no",
      "connecttimeout 2",
      "serveraliveinterval 5",
      "requesttty false",
      "permitlocalcommand no",
      "forwardagent no",
      "forwardx11 no",
      "identitiesonly yes",
      "identityfile /keys/my key",
      "userknownhostsfile /keys/known hosts",
    ]),
  );
});

test("what the configuration leaves open is left to ssh", () => {
  const args = buildSshArguments(hostSchema.parse({ ssh: "a@b" }), 1000);
  expect(args).not.toContain("-p");
  expect(args.join(" ")).not.toMatch(/Identit|KnownHosts/);
});
