export type { AllocationOptions, AvailableIpsOptions } from "./allocate-ips.ts";
export { claimField } from "./allocate-once.ts";
export type { Claim, ClaimWish } from "./allocate-once.ts";
export type { AuthenticatedUser } from "./authentication.ts";
export type { AllocatedIp, AvailableIp, IpAllocation } from "./available-ips.ts";
export type { Behaviours } from "./behaviours.ts";
export { createNetBoxClient } from "./create-netbox-client.ts";
export type { NetBoxClient, NetBoxClientOptions } from "./create-netbox-client.ts";
export type { Change, Endpoint } from "./endpoint.ts";
export type { AnyBody, AnyObject } from "./generic-resource.ts";
export { isKeptValue } from "./is-kept-value.ts";
export type {
  DoneItem,
  FailedItem,
  ItemOutcome,
  NotAttemptedItem,
  UnknownItem,
} from "./item-outcome.ts";
export type { ListOptions, Projected, ProjectedListOptions } from "./list-options.ts";
export type { MintedToken, TokenInput } from "./mint-token.ts";
export type { NewIpAddress, NewService } from "./named-methods.ts";
export { NetBoxBulkError } from "./netbox-bulk-error.ts";
export { describeFieldErrors, NetBoxError } from "./netbox-error.ts";
export type { FieldError, ItemError, NetBoxErrorDetails } from "./netbox-error.ts";
export type { LeftOut } from "./prefix-space.ts";
export type { Filters, FilterValue } from "./query.ts";
export type { ReadEndpoint } from "./read-endpoint.ts";
export type { ReadResource, Resource, ResourceTraits } from "./resource.ts";
export { resources } from "./resources.ts";
export type { BulkResult } from "./run-bulk.ts";
export type { SearchHit, SearchHits, SearchOptions } from "./search.ts";
export { defaultChunkLimits, splitChunks } from "./split-chunks.ts";
export type { ChunkLimits } from "./split-chunks.ts";
export { suggestWord } from "./suggest-word.ts";
export type { NetBoxStatus } from "./status.ts";
export type { SeenObject, UpdateOptions, WriteOptions } from "./write-options.ts";
