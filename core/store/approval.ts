import { approvalKey } from "./key.ts";
import type { Table } from "./table.ts";

/** Says that a reply of a conversation may wait for approval; the head says whether it does. */
export type ApprovalMark = { readonly conversationId: string; readonly messageId: string; readonly at: string };

/** Put before the commit that asks, so that nothing that waits is ever missing from the list. */
export const markApproval = async (table: Table, entityId: string, mark: ApprovalMark): Promise<void> => {
  await table.put({ ...approvalKey(entityId, mark.conversationId, mark.messageId), ...mark });
};

export const unmarkApproval = async (table: Table, entityId: string, mark: Omit<ApprovalMark, "at">): Promise<void> => {
  await table.remove(approvalKey(entityId, mark.conversationId, mark.messageId));
};

export const listApprovalMarks = async (table: Table, entityId: string): Promise<readonly ApprovalMark[]> => {
  const items = await table.queryAll({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": approvalKey(entityId, "", "").pk },
    ConsistentRead: true,
  });
  return items.map((item) => ({
    conversationId: String(item["conversationId"]),
    messageId: String(item["messageId"]),
    at: String(item["at"]),
  }));
};
