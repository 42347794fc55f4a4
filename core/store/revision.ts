/** Something that one person reads, changes and gives back, while another may do the same. */
type Revised = { readonly revision?: number | undefined };

export const nextRevision = ({ revision = 0 }: Revised): number => revision + 1;

/** The condition under which a change that was made from this revision is kept; none: nothing was kept, or none was counted. */
export const ifRevision = (revision: number | undefined) =>
  revision === undefined
    ? { ConditionExpression: "attribute_not_exists(revision)" }
    : { ConditionExpression: "revision = :revision", ExpressionAttributeValues: { ":revision": revision } };

/** The condition under which an item is still at the version that was read; undefined: there was none. */
export const ifVersion = (version: number | undefined) =>
  version === undefined
    ? { ConditionExpression: "attribute_not_exists(pk)" }
    : {
        ConditionExpression: "#version = :version",
        ExpressionAttributeNames: { "#version": "version" },
        ExpressionAttributeValues: { ":version": version },
      };
