import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { type ImageName, imageNames, type ImageSpec, imageSpecs } from "./image-specs.ts";
import { listContext } from "./list-context.ts";

/** What each image is called in Docker. */
export type ImageRefs = Readonly<Record<ImageName, string>>;

/** The names of all images. Each ends in a digest of what the image is made of, parents included. */
export async function readImageRefs(): Promise<ImageRefs> {
  const refs = new Map<string, string>();
  for (const name of imageNames) {
    const spec: ImageSpec = imageSpecs[name];
    const parent = refs.get(spec.parent ?? "") ?? "";
    const digest = await digestOf(spec, parent);
    refs.set(name, `multipass-netbox-test/${spec.repository}:${spec.version}-${digest}`);
  }
  return Object.fromEntries(refs) as ImageRefs;
}

async function digestOf(spec: ImageSpec, parent: string): Promise<string> {
  const hash = createHash("sha256").update(`${parent}\n${spec.netbox ?? ""}\n`);
  for (const { target, source } of await listContext(spec)) {
    const isExecutable = ((await stat(source)).mode & 0o111) !== 0;
    const content = createHash("sha256").update(await readFile(source));
    hash.update(`${target} ${isExecutable} ${content.digest("hex")}\n`);
  }
  return hash.digest("hex").slice(0, 12);
}
