import * as z from "zod";
import { isOrigin } from "./check-values.ts";

const origin = z.string().refine(isOrigin, {
  error: "must be a scheme, a host and a port without a path: http://192.168.1.161:8000",
});

/** `public` in `multipass-netbox.yaml`: addresses that browsers use. Nothing is ever sent to them. */
export const publicSchema = z.strictObject({
  gateway: origin
    .default("http://192.168.1.161:8000")
    .describe("Where browsers reach NetBox, through the gateway; for links and CSRF"),
  frontend: origin
    .default("http://192.168.1.161:3000")
    .describe("Whose pages may ask NetBox's API; for CORS and CSRF"),
});

/** {@link publicSchema} after its defaults. */
export type PublicConfig = z.output<typeof publicSchema>;
