import type * as Channel from "#core/channel";
import type * as Intake from "#core/intake";
import type { Redacted } from "#core/redaction";
import type * as Store from "#core/store";
import { obey } from "#functions/runtime";
import * as Workers from "#functions/workers";
import type { Bank } from "./bank.ts";
import type { TestDatabase } from "./database.ts";
import { queueEvent } from "./queue-event.ts";

export const agent = { kind: "agent", id: "camille" } as const;

/** A customer's message, taken in. */
export const ask = async (
  bank: Bank,
  question: Partial<Channel.RawEvent> & Pick<Channel.RawEvent, "occurredAt">,
): Promise<Intake.Inbound> => {
  const inbound = await bank.prepare({ text: "Ma carte est bloquée", ...question, op: "message" });
  await Workers.ingest(bank.runtime())(queueEvent({ body: JSON.stringify(inbound), group: inbound.groupId }));
  return inbound;
};

type Answer = {
  readonly messageId: string;
  readonly text?: string;
  readonly attachments?: readonly Store.Attachment[];
};

/** An agent's answer to it, which waits to be sent. */
export const answer = async (
  { bank, database }: { readonly bank: Bank; readonly database: TestDatabase },
  inbound: Intake.Inbound,
  { attachments = [], messageId, text = "Nous nous en occupons." }: Answer,
): Promise<Store.ConversationKey> => {
  const key = { entityId: bank.entity.id, conversationId: inbound.conversationId ?? "" };
  await database.store.putBody(key, {
    id: messageId,
    kind: "message",
    direction: "outbound",
    visibility: inbound.visibility,
    text: text as Redacted,
    marks: [],
    occurredAt: bank.runtime().now(),
    author: { agentId: agent.id },
    attachments,
    around: [],
    inReplyTo: inbound.messageId,
    salt: "salt",
    sawVersion: 1,
  });
  await obey(bank.runtime(), key, {
    command: { type: "reply", messageId, agentId: agent.id, digest: "digest" },
    commitId: `reply:${messageId}`,
    actor: agent,
  });
  return key;
};

let questions = 0;

/** A question with a reply that waits to be sent, and the message of the queue that says so. */
export const waitingReply = async (setting: { readonly bank: Bank; readonly database: TestDatabase }) => {
  const { bank, database } = setting;
  questions += 1;
  const contact = { contactId: `8801${questions}`, externalId: `900100200301_5${questions}` };
  const question = await ask(bank, { ...contact, occurredAt: bank.runtime().now() });
  const key = await answer(setting, question, { messageId: `m_reply_${questions}` });
  const [record = ""] = bank.take("deliver");
  return { key, record, outbox: async () => (await database.store.readHead(key))?.state.outbox ?? [] };
};
