import { expect, test } from "vitest";
import { buildPin, hasKnownHostsCommand } from "../src/pin-host-key.ts";

// As `ssh -V` says it.
test.each([
  ["OpenSSH_9.2p1 Debian-2+deb12u10, OpenSSL 3.0.19 27 Jan 2026", true],
  ["OpenSSH_10.0p2 Debian-7, OpenSSL 3.5.1 1 Jul 2025", true],
  ["OpenSSH_9.9p2, LibreSSL 3.3.6", true],
  ["OpenSSH_8.5p1, OpenSSL 1.1.1k  25 Mar 2021", true],
  ["OpenSSH_8.2p1 Ubuntu-4ubuntu0.13, OpenSSL 1.1.1f  31 Mar 2020", false],
  ["OpenSSH_7.9p1 Debian-10+deb10u4, OpenSSL 1.1.1n  15 Mar 2022", false],
  ["OpenSSH_for_Windows_9.5p1, LibreSSL 3.8.2", false],
  ["Command failed with ENOENT: spawn ssh ENOENT", false],
])("%s asks a command for known hosts: %s", (version, expected) => {
  expect(hasKnownHostsCommand(version)).toBe(expected);
});

test("a pinned key is the only one that is known", () => {
  const options = buildPin("SHA256:dSh+2jW5rvF/pShBkc1RfMzj1eqSEFHS6T/iQ6D3C1s");
  expect(options).toContain('UserKnownHostsFile="none"');
  expect(options).toContain("GlobalKnownHostsFile=none");
  expect(options.at(-1)).toBe(
    `KnownHostsCommand=/bin/sh -c '[ "$1" != "$2" ] || printf "%%s %%s %%s\\n" "$3" "$4" "$5"' sh %f SHA256:dSh+2jW5rvF/pShBkc1RfMzj1eqSEFHS6T/iQ6D3C1s %H %t %K`,
  );
});
