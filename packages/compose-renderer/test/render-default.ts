import type * as z from "zod";
import { publicSchema, type RenderedStack, renderStack, stackSchema } from "../src/index.ts";

/** Configuration as an operator writes it, of what is not to be the default. */
export interface Written {
  readonly stack?: z.input<typeof stackSchema>;
  readonly public?: z.input<typeof publicSchema>;
  readonly peppers?: number;
}

/** A stack of the defaults and a few other values. */
export function renderDefault(written: Written = {}): RenderedStack {
  return renderStack({
    stack: stackSchema.parse(written.stack ?? {}),
    public: publicSchema.parse(written.public ?? {}),
    directory: "/opt/multipass/docker/netbox",
    peppers: written.peppers,
  });
}

/** The content of one of its files. */
export function contentOf({ files }: RenderedStack, path: string): string {
  const file = files.find((one) => one.path === path);
  if (file === undefined) {
    throw new Error(`no file ${path}`);
  }
  return file.content;
}
