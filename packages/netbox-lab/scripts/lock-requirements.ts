/**
 * Writes native/<version>/requirements.txt from requirements.in and overrides.txt beside it.
 * Needs uv on PATH. The overrides leave out what only builds NetBox's documentation, and take
 * the psycopg that brings its own libpq.
 *
 *     pnpm --filter @multipass-netbox/netbox-lab lock 4.7.3
 */
import { execa } from "execa";
import { nativeFile } from "../src/native-file.ts";

const [, , version = ""] = process.argv;
const options = [
  "--generate-hashes",
  "--universal",
  "--python-version=3.12",
  "--only-binary=:all:",
  "--no-header",
  "--no-annotate",
  "--override=overrides.txt",
  "--output-file=requirements.txt",
];
const cwd = nativeFile(version);
await execa("uv", ["pip", "compile", "requirements.in", ...options], { cwd, stdio: "inherit" });
