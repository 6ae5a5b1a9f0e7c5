#!/bin/sh
# Makes the image that the others start from, out of Debian's packages and no image registry:
#   make-base.sh IMAGE [MIRROR]
# Needs root, debootstrap and a Docker daemon.
set -eu
image=$1
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT

debootstrap --variant=minbase trixie "$root" ${2:+"$2"} >"$root.log" 2>&1 || {
  tail -n 20 "$root.log" >&2
  exit 1
}
rm -f "$root.log"
chroot "$root" apt-get clean
rm -rf "$root"/var/lib/apt/lists/* "$root"/usr/share/doc/* "$root"/usr/share/man/* "$root"/usr/share/locale/*

# What is installed later leaves no documentation and no downloads behind, and starts nothing.
cat >"$root/etc/apt/apt.conf.d/without-cache" <<'END'
DPkg::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb || true"; };
Dir::Cache::pkgcache "";
Dir::Cache::srcpkgcache "";
END
cat >"$root/etc/dpkg/dpkg.cfg.d/without-documentation" <<'END'
path-exclude=/usr/share/doc/*
path-exclude=/usr/share/man/*
path-exclude=/usr/share/locale/*
END
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
chmod 755 "$root/usr/sbin/policy-rc.d"

tar --numeric-owner -C "$root" -c . | docker import --change 'ENV LANG=C.UTF-8' - "$image" >/dev/null
