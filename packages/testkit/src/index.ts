export { listExchangeNames, loadExchange } from "./load-exchange.ts";
export type { Exchange, RecordedVersion } from "./load-exchange.ts";
export { openWire } from "./open-wire.ts";
export type { Wire } from "./open-wire.ts";
export type { Fault, Faults } from "./stand-in/fault.ts";
export type { LoggedRequest, StandInRequest } from "./stand-in/exchange-types.ts";
export { startNetBox45StandIn } from "./stand-in/start-netbox-45-stand-in.ts";
export type { NetBoxStandIn, StandInOptions } from "./stand-in/start-netbox-45-stand-in.ts";
