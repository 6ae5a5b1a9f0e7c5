import { quote } from "../host-script.ts";

/** The volumes that a backup saves besides the database, by the names of their files in it. */
export const savedVolumes = ["media", "reports", "scripts"] as const;

const helperLabel = "org.multipass-netbox.helper=volumes";

const mounts = savedVolumes
  .map((name) => `--mount "type=volume,src=netbox-${name},dst=/v/${name}$1"`)
  .join(" ");

/**
 * A shell function: `in_volumes MODE SCRIPT` runs a script as root in a container of NetBox's own
 * image, without network and without a log, with the volumes under /v. MODE is `,readonly` or
 * nothing. Standard input and output are the script's. Needs `image`.
 */
export const inVolumes = `in_volumes() {
  for volume in ${savedVolumes.join(" ")}; do
    docker volume inspect "netbox-$volume" > /dev/null || return 1
  done
  docker run --interactive --rm --pull never --network none --log-driver none --user 0:0 --label ${helperLabel} \\
    ${mounts} --entrypoint sh "$image" -c "$2"
}`;

/** A shell function that waits for containers of {@link inVolumes} whose caller was killed. */
export const waitForVolumes = `wait_for_volumes() {
  for container in $(docker ps --quiet --filter label=${helperLabel}); do
    docker wait "$container" > /dev/null 2>&1
  done
}`;

// Entries of ours in a volume: not NetBox's, so never saved.
const incoming = ".multipass-restore";
const before = ".multipass-before";
const half = `${before}.part`;

/** Writes one volume to standard output. Needs `$name`. */
export const saveVolume = `in_volumes ,readonly "tar -C /v/$name --exclude './.multipass-*' -cf - ."`;

/** Unpacks a tar from standard input beside what is in the volume. Needs `$name`. */
export const unpackVolume = `in_volumes '' "cd /v/$name && rm -rf ${incoming} && mkdir ${incoming} && tar -C ${incoming} -xpf -"`;

const own = `-mindepth 1 -maxdepth 1 ! -name '.multipass-*'`;

function inEachVolume(script: string): string {
  const loop = `for name in ${savedVolumes.join(" ")}; do cd "/v/$name" || exit 1\n${script}\ndone`;
  return `in_volumes '' ${quote(loop)} < /dev/null`;
}

/**
 * Puts what was unpacked in the place of what is there, which stays until it is swept. What stands
 * aside has its last name only when all of it does, so that it can be undone from anywhere.
 */
export const swapVolumes = inEachVolume(`[ -d ${incoming} ] && mkdir ${half} &&
find . ${own} -exec mv -t ${half} {} + && mv ${half} ${before} &&
find ${incoming} -mindepth 1 -maxdepth 1 -exec mv -t . {} + && rmdir ${incoming} || exit 1`);

/** Brings back what stood in the volumes before the swap, however far it went. */
export const unswapVolumes = inEachVolume(`if [ -d ${before} ]; then
  find . ${own} -exec rm -rf {} + && mv ${before} ${half} || exit 1
fi
if [ -d ${half} ]; then
  find ${half} -mindepth 1 -maxdepth 1 -exec mv -t . {} + && rmdir ${half} || exit 1
fi
rm -rf ${incoming}`);

/** Removes what a restore has left in the volumes. */
export const sweepVolumes = inEachVolume(`rm -rf ${before} ${incoming}`);
