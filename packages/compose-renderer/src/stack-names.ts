/** The Compose project, which is ours alone. */
export const project = "multipass-netbox";

/** The network between our containers. */
export const privateNetwork = "multipass-netbox-private";

/** The label whose value tells whether a container is as it was rendered. */
export const digestLabel = "org.multipass-netbox.digest";

/** The volumes, by what is in them. */
export const volumes = {
  postgresData: "netbox-postgres-data",
  redisData: "netbox-redis-data",
  media: "netbox-media",
  reports: "netbox-reports",
  scripts: "netbox-scripts",
} as const;

/** Where the volumes are mounted in NetBox's containers. */
export const netBoxFolders = {
  media: "/opt/netbox/netbox/media",
  reports: "/opt/netbox/netbox/reports",
  scripts: "/opt/netbox/netbox/scripts",
} as const;

/** Where PostgreSQL keeps its data in its container. */
export const postgresFolder = "/var/lib/postgresql/data";

/** The folder in the containers for files of ours that no image has a place for. */
export const ownFolder = "/opt/multipass-netbox";
