/** The tag on everything that the seeder makes. What does not carry it is not ours. */
export const ownerTag = { name: "multipass-netbox", slug: "multipass-netbox" } as const;

/** Stands in the comments of definitions of custom fields, which NetBox can't tag. */
export const ownerComment = "Kept by multipass-netbox from its seed files.";

/** Ends the description of what NetBox can't tag and gives no comments either. */
export const ownerMark = "[multipass-netbox]";

/** The group of users that are ours: a user can neither be tagged nor described. */
export const ownerGroup = { name: "multipass-netbox" } as const;
