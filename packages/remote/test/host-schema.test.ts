import { describe, expect, it } from "vitest";
import { hostSchema } from "../src/index.ts";

const fingerprint = "SHA256:dSh+2jW5rvF/pShBkc1RfMzj1eqSEFHS6T/iQ6D3C1s";

describe("host:", () => {
  it("needs the way to the host and nothing else", () => {
    expect(hostSchema.parse({ ssh: "r2d2helm@192.168.1.161" })).toEqual({
      ssh: "r2d2helm@192.168.1.161",
      directory: "/opt/multipass/docker/netbox",
    });
  });

  it.each([
    { ssh: "local" },
    { ssh: "a@b" },
    { ssh: "user.name-1_x@host-1.example.com" },
    { ssh: "user@fe80::1" },
    { ssh: "a@b", port: 2222, identityFile: "~/.ssh/id ed25519", hostKey: fingerprint },
    { ssh: "a@b", directory: "/srv/net_box-1.2/x" },
    { ssh: "a@b", identityFile: "C:\\Users\\me\\.ssh\\id" },
  ])("takes %j", (host) => {
    expect(hostSchema.parse(host)).toMatchObject(host);
  });

  it.each([
    "",
    "host",
    "-oProxyCommand=id@host",
    "user@-oProxyCommand=id",
    "-user@host",
    "user@host -oProxyCommand=id",
    "user@host\n",
    " user@host",
    "user@ho st",
    "user@host;id",
    "user@$(id)",
    "user@`id`",
    "us'er@host",
    "user@host/x",
    "user@%h",
    "a@b@c",
    "ssh://user@host",
    "@host",
    "user@",
    "Local",
  ])("refuses ssh: %j", (ssh) => {
    expect(hostSchema.safeParse({ ssh }).success).toBe(false);
  });

  it.each([
    "netbox",
    "./netbox",
    "/",
    "/srv/",
    "/srv//x",
    "/srv/../etc",
    "/srv/..",
    "/./x",
    "/srv/my stack",
    "/srv/$HOME",
    "/srv/x;id",
    "/srv/x\n",
    "/srv/é",
    "C:\\netbox",
  ])("refuses directory: %j", (directory) => {
    expect(hostSchema.safeParse({ ssh: "a@b", directory }).success).toBe(false);
  });

  it.each([
    { port: 0 },
    { port: 65_536 },
    { port: 22.5 },
    { port: "22" },
    { identityFile: "" },
    { identityFile: "-oProxyCommand=id" },
    { identityFile: 'a"b' },
    { identityFile: "a\nb" },
    { knownHostsFile: "a\u0000b" },
    { hostKey: "MD5:aa:bb" },
    { hostKey: fingerprint.slice(0, -1) },
    { hostKey: `${fingerprint}=` },
    { hostKey: `${fingerprint}\n` },
    { password: "x" },
  ])("refuses %j", (more) => {
    expect(hostSchema.safeParse({ ssh: "a@b", ...more }).success).toBe(false);
  });
});
