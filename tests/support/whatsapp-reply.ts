import type { Redacted } from "#core/redaction";
import { createRuntime, obey, type Runtime } from "#functions/runtime";
import * as Workers from "#functions/workers";
import { type Bank, secrets } from "./bank.ts";
import { at } from "./conversation.ts";
import type { TestDatabase } from "./database.ts";
import { historyOf } from "./history.ts";
import { queueEvent } from "./queue-event.ts";

type Setting = { readonly database: TestDatabase; readonly bank: Bank; readonly clock: { minute: number } };
type Status = "sent" | "delivered" | "read" | "failed";

export const agent = { kind: "agent", id: "camille" } as const;
let questions = 0;

/** A question on WhatsApp, and a reply to it that WhatsApp has taken, or whose fate is unknown when no answer came. */
export const withReply = async (
  { bank, clock, database }: Setting,
  answer: (id: string) => Response | Promise<Response> = (id) => Response.json({ messages: [{ id }] }),
) => {
  clock.minute = 0;
  const now = () => at(clock.minute);
  questions += 1;
  const number = questions;
  const replyId = `wamid.${number}`;
  const contactId = `336000000${number}`;
  const place = { channel: "whatsapp", visibility: "private", contactId, threadId: contactId } as const;
  const question = await bank.prepare({
    ...place,
    op: "message",
    externalId: `wamid.question-${number}`,
    occurredAt: now(),
    text: "Ma carte est bloquée",
  });
  await Workers.ingest(bank.runtime())(queueEvent({ body: JSON.stringify(question), group: question.groupId }));
  const key = { entityId: bank.entity.id, conversationId: question.conversationId ?? "" };
  const messageId = `m_reply_${number}`;
  await database.store.putBody(key, {
    id: messageId,
    kind: "message",
    direction: "outbound",
    visibility: "private",
    text: "Nous nous en occupons." as Redacted,
    marks: [],
    occurredAt: now(),
    author: { agentId: "camille" },
    attachments: [],
    around: [],
    inReplyTo: question.messageId,
    salt: "salt",
    sawVersion: 1,
  });
  clock.minute = 1;
  await obey(bank.runtime(), key, {
    command: { type: "reply", messageId, agentId: "camille", digest: "digest" },
    commitId: `reply:${messageId}`,
    actor: agent,
  });
  const { queues, store } = bank.runtime();
  const tokens = { CHANNEL_TOKENS: JSON.stringify({ "whatsapp:900100200301": "token" }) };
  const fetch: Runtime["fetch"] = async () => answer(replyId);
  const sending = { fetch, secrets: createRuntime({ ...secrets, ...tokens }, { queues, store }).secrets };
  /** What WhatsApp says later of a message. */
  const say = async (kind: Status, code?: string, targetId = replyId) => {
    const status = await bank.prepare({
      ...place,
      op: "status",
      direction: "outbound",
      kind,
      ...(kind === "failed" ? { code: code ?? "131026" } : {}),
      targetId,
      revision: kind,
      metadata: messageId,
      occurredAt: now(),
    });
    return Workers.ingest(bank.runtime())(queueEvent({ body: JSON.stringify(status), group: status.groupId }));
  };
  const deliver = () => Workers.deliver(bank.runtime(sending))(queueEvent(...bank.take("deliver")));
  return { key, messageId, replyId, say, deliver, state: async () => (await historyOf(database, key)).head.state };
};
