import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    netboxUrl: string;
    netboxToken: string;
  }
}

/** How an integration test reaches the real NetBox that its run shares. */
export interface RealNetBox {
  /** With the base path, without `/api`. */
  readonly url: string;
  /** A version 2 token of a superuser. */
  readonly token: string;
}

/** The real NetBox of this run; each test file works under names of its own. */
export function injectRealNetBox(): RealNetBox {
  return { url: inject("netboxUrl"), token: inject("netboxToken") };
}
