import { describe, expect, it } from "vitest";
import { describeSshFailure, type SshFailure } from "../src/describe-ssh-failure.ts";
import { hostSchema } from "../src/index.ts";

const host = hostSchema.parse({ ssh: "helm@127.0.0.1", port: 22_622 });
const shown = "SHA256:dSh+2jW5rvF/pShBkc1RfMzj1eqSEFHS6T/iQ6D3C1s";
const known = "SHA256:LbaCbZhcoAcTH6Y5j0k8ltYeC9IqIxE5kw3rkYRiN/E";
const debug = `OpenSSH_9.2p1 Debian-2+deb12u10, OpenSSL 3.0.19 27 Jan 2026
debug1: Reading configuration data /etc/ssh/ssh_config
debug1: Connecting to 127.0.0.1 [127.0.0.1] port 22622.
debug1: Server host key: ssh-ed25519 ${shown}
`;

// What OpenSSH 9.2 wrote, asked for each of these.
const unknownKey = `${debug}No ED25519 host key is known for [127.0.0.1]:22622 and you have requested strict checking.\r
Host key verification failed.\r
`;
const changedKey = `${debug}@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\r
@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\r
@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\r
IT IS POSSIBLE THAT SOMEONE IS DOING SOMETHING NASTY!\r
Someone could be eavesdropping on you right now (man-in-the-middle attack)!\r
It is also possible that a host key has just been changed.\r
The fingerprint for the ED25519 key sent by the remote host is\n${shown}.\r
Please contact your system administrator.\r
Add correct host key in /home/ada/.ssh/known_hosts to get rid of this message.\r
Offending ED25519 key in /home/ada/.ssh/known_hosts:1\r
  remove with:\r
  ssh-keygen -f "/home/ada/.ssh/known_hosts" -R "[127.0.0.1]:22622"\r
Host key for [127.0.0.1]:22622 has changed and you have requested strict checking.\r
Host key verification failed.\r
`;
const revokedKey = `${debug}@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\r
@       WARNING: REVOKED HOST KEY DETECTED!               @\r
@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\r
The ED25519 host key for [127.0.0.1]:22622 is marked as revoked.\r
This could mean that a stolen key is being used to\r
impersonate this host.\r
ED25519 host key for [127.0.0.1]:22622 was revoked and you have requested strict checking.\r
Host key verification failed.\r
`;
const refusedPin = `${debug}Host key verification failed.\r\n`;

function describeText(said: string, more: Partial<SshFailure> = {}) {
  return describeSshFailure({ said, host, ...more });
}

describe("a key that ssh refused", () => {
  it("is shown with the remedy when it is unknown", () => {
    expect(describeText(unknownKey)).toMatchObject({
      code: "SSH_HOST_KEY",
      message: `the key of helm@127.0.0.1 is not known; it shows ${shown}`,
      hint: expect.stringContaining(`hostKey: "${shown}"`),
    });
  });

  it("is shown with the known one when it has changed", () => {
    const { code, message, hint } = describeText(changedKey, { knownKey: known });
    expect(code).toBe("SSH_HOST_KEY");
    expect(message).toContain(`shows the key ${shown}, expected was ${known}`);
    expect(hint).toContain("ssh-keygen -R '[127.0.0.1]:22622'");
  });

  it("is shown with the pinned one", () => {
    const pinned = { ...host, hostKey: known };
    const { code, message, hint } = describeText(refusedPin, { host: pinned });
    expect(code).toBe("SSH_HOST_KEY");
    expect(message).toContain(`shows the key ${shown}, expected was ${known}`);
    expect(hint).toContain("write it as hostKey");
    expect(hint).not.toContain("ssh-keygen -R");
  });

  it("is no key to write down when it was revoked", () => {
    const { code, message, hint } = describeText(revokedKey);
    expect(code).toBe("SSH_HOST_KEY");
    expect(message).toContain(`${shown}, which is marked as revoked`);
    expect(hint).not.toContain("hostKey");
  });

  it("is said to be a jump host's when it is", () => {
    const closed =
      "kex_exchange_identification: Connection closed by remote host\r\nConnection closed by UNKNOWN port 65535\r\n";
    const { code, message, hint } = describeText(unknownKey + closed, {
      host: { ...host, hostKey: known },
    });
    expect(code).toBe("SSH_HOST_KEY");
    expect(message).toContain(`jump host before helm@127.0.0.1 was refused: it shows ${shown}`);
    expect(hint).not.toContain("hostKey");
  });

  it("is the host's, not that of a jump host before it", () => {
    const jump = `debug1: Server host key: ssh-ed25519 ${known}\n`;
    expect(describeText(jump + unknownKey).message).toContain(`it shows ${shown}`);
  });
});

describe("a login that the host refused", () => {
  it.each([
    "helm@127.0.0.1: Permission denied (publickey).\r\n",
    "Received disconnect from 127.0.0.1 port 22622:2: Too many authentication failures\r\nDisconnected from 127.0.0.1 port 22622\r\n",
    'Load key "id": bad permissions\r\nhelm@127.0.0.1: Permission denied (publickey,password).\r\n',
  ])("is SSH_AUTH: %j", (said) => {
    const error = describeText(debug + said);
    expect(error.code).toBe("SSH_AUTH");
    expect(error.message).toContain(said.split("\r\n")[0]);
    expect(error.message).not.toContain("debug1");
    expect(error.hint).toContain("ssh-add -l");
  });

  it("names the key of the configuration", () => {
    const error = describeText("Permission denied (publickey).", {
      host: { ...host, identityFile: "~/.ssh/netbox" },
    });
    expect(error.hint).toContain("~/.ssh/netbox.pub");
  });
});

describe("a host that is not reached", () => {
  it.each([
    "ssh: connect to host 127.0.0.1 port 22999: Connection refused",
    "ssh: Could not resolve hostname nosuchhost.invalid: Name or service not known",
    "kex_exchange_identification: read: Connection reset by peer\r\nConnection reset by 127.0.0.1 port 22701",
    "Connection timed out during banner exchange\r\nConnection to 127.0.0.1 port 22703 timed out",
    "Unable to negotiate with 127.0.0.1 port 22623: no matching host key type found. Their offer: rsa-sha2-512",
    "command-line: line 0: Bad configuration option: nonsense",
    "This account is currently not available.",
  ])("is SSH_UNREACHABLE: %j", (said) => {
    const error = describeText(`${debug}${said}\r\n`);
    expect(error.code).toBe("SSH_UNREACHABLE");
    expect(error.message).toBe(`helm@127.0.0.1 can't be reached: ${said.replaceAll("\r\n", "\n")}`);
    expect(error.hint).toContain("ssh -p 22622 helm@127.0.0.1");
  });
});
