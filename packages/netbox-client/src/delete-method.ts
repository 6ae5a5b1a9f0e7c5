import { findByIds } from "./find-by-ids.ts";
import { type BulkContext, failItem, gone, idOf } from "./judge-item.ts";
import type { BulkItem, BulkMethod } from "./bulk-method.ts";
import { withMessage } from "./with-message.ts";

/** DELETE: NetBox 4.5 says 204 to ids that it does not know, so it is asked for them first. */
export function deleteMethod(
  { connection, path, changelogMessage }: Omit<BulkContext<undefined>, "parse" | "losses">,
  { reportsUnknownIds }: { readonly reportsUnknownIds: boolean },
): BulkMethod<undefined> {
  const findLeft = (items: readonly BulkItem[]): ReturnType<typeof findByIds> =>
    findByIds(connection, { path, ids: items.map(idOf), fields: ["id"] });
  return {
    path,
    ...(reportsUnknownIds
      ? {}
      : {
          screen: async (items) => {
            const left = await findLeft(items);
            const missing = items.filter((item) => !left.has(idOf(item)));
            return new Map(missing.map((item) => [item, failItem(item, gone)]));
          },
        }),
    send: async (items) => {
      const body = items.map((item) => withMessage(item.body, changelogMessage));
      const { requestId } = await connection.request({ method: "DELETE", path, body });
      return items.map((item) => ({
        status: "done",
        id: idOf(item),
        object: undefined,
        requestId,
      }));
    },
    look: async (items) => {
      const left = await findLeft(items);
      return items.map((item) =>
        left.has(idOf(item))
          ? { status: "unknown", message: "no answer came, and the object is still there" }
          : { status: "done", id: idOf(item), object: undefined },
      );
    },
  };
}
