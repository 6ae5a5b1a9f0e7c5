/** The tag on everything that the seeder makes. What does not carry it is not ours. */
export const ownerTag = { name: "multipass-netbox", slug: "multipass-netbox" } as const;

/** Stands in the comments of what NetBox can't tag: definitions of custom fields. */
export const ownerComment = "Kept by multipass-netbox from its seed files.";
