/** The global table only: the same network or address in a VRF is another one. */
export const globalTable = { vrf_id: "null" } as const;
