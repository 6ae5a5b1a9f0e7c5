export { adviseVersion } from "./advise-version.ts";
export type { VersionAdvisory } from "./advise-version.ts";
export { checkVersionSupported, netBoxVersionOf } from "./netbox-version.ts";
export { publicSchema } from "./public-schema.ts";
export type { PublicConfig } from "./public-schema.ts";
export type { RenderInput } from "./render-input.ts";
export { renderStack } from "./render-stack.ts";
export { containerNames } from "./rendered-stack.ts";
export type {
  ContainerName,
  PublishedPort,
  RenderedStack,
  StackContainer,
  StackFile,
  StackSecret,
} from "./rendered-stack.ts";
export { stackSchema } from "./stack-schema.ts";
export type { StackConfig } from "./stack-schema.ts";
