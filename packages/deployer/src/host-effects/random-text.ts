/** Shell function: `random N` prints N letters and digits of /dev/urandom. */
export const randomText = `random() { head -c "$(($1 * 8))" /dev/urandom | base64 | tr -dc 'A-Za-z0-9' | head -c "$1"; }`;
