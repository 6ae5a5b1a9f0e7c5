import { copyFile, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { askDocker, runDocker } from "./docker.ts";
import { downloadWheels } from "./download-wheels.ts";
import type { ImageRefs } from "./image-refs.ts";
import { type ImageName, type ImageSpec, imageSpecs } from "./image-specs.ts";
import { listContext } from "./list-context.ts";
import { makeBase } from "./make-base.ts";

/** Which images are wanted, and who is told what is done. */
export interface Build {
  readonly names: readonly ImageName[];
  readonly refs: ImageRefs;
  readonly onProgress: (line: string) => void;
}

/**
 * Builds the wanted images that Docker does not have yet, and the parents that they need for it.
 *
 * @throws MultipassError LAB_PREREQUISITE
 */
export async function buildImages({ names, ...build }: Build): Promise<void> {
  const begun = new Map<ImageName, Promise<void>>();
  await Promise.all(names.map(async (name) => ensureImage(name, build, begun)));
}

async function ensureImage(
  name: ImageName,
  build: Omit<Build, "names">,
  begun: Map<ImageName, Promise<void>>,
): Promise<void> {
  const ensured = begun.get(name) ?? buildIfMissing(name, build, begun);
  begun.set(name, ensured);
  return ensured;
}

async function buildIfMissing(
  name: ImageName,
  build: Omit<Build, "names">,
  begun: Map<ImageName, Promise<void>>,
): Promise<void> {
  const ref = build.refs[name];
  if ((await askDocker(["image", "inspect", ref])).exitCode === 0) return;
  const spec: ImageSpec = imageSpecs[name];
  if (spec.parent !== undefined) {
    await ensureImage(spec.parent as ImageName, build, begun);
  }
  build.onProgress(`Building ${ref}`);
  await (name === "base" ? makeBase(ref, spec) : buildFromFolder(ref, spec, build.refs));
}

async function buildFromFolder(ref: string, spec: ImageSpec, refs: ImageRefs): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "throw-away-image-"));
  try {
    const context = join(folder, "context");
    await fillContext(context, spec);
    await runDocker(["build", "--quiet", "--tag", ref, ...buildArguments(spec, refs), context]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fillContext(context: string, spec: ImageSpec): Promise<void> {
  for (const { target, source } of await listContext(spec)) {
    await mkdir(dirname(join(context, target)), { recursive: true });
    await copyFile(source, join(context, target));
  }
  if (spec.hasWheels === true) {
    await downloadWheels(join(context, "requirements.txt"), join(context, "wheels"));
  }
}

function buildArguments({ parent, netbox }: ImageSpec, refs: ImageRefs): readonly string[] {
  const base = `BASE=${refs[parent as ImageName]}`;
  const version = netbox === undefined ? [] : ["--build-arg", `VERSION=${netbox}`];
  return ["--build-arg", base, ...version];
}
