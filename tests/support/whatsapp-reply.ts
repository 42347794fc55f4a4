import type * as Store from "#core/store";
import { createRuntime, type Runtime } from "#functions/runtime";
import * as Workers from "#functions/workers";
import { type Bank, secrets } from "./bank.ts";
import { at } from "./conversation.ts";
import type { TestDatabase } from "./database.ts";
import { historyOf } from "./history.ts";
import { queueEvent } from "./queue-event.ts";
import { answer as answerTo, ask } from "./reply.ts";

type Setting = { readonly database: TestDatabase; readonly bank: Bank; readonly clock: { minute: number } };
type Status = "sent" | "delivered" | "read" | "failed";

let questions = 0;

/** A question on WhatsApp, and a reply to it that WhatsApp has taken, or whose fate is unknown when no answer came. */
export const withReply = async (
  { bank, clock, database }: Setting,
  answer: (id: string, path: string) => Response | Promise<Response> = (id) => Response.json({ messages: [{ id }] }),
  attachments: readonly Store.Attachment[] = [],
) => {
  clock.minute = 0;
  const now = () => at(clock.minute);
  questions += 1;
  const number = questions;
  const replyId = `wamid.${number}`;
  const contactId = `336000000${number}`;
  const place = { channel: "whatsapp", visibility: "private", contactId, threadId: contactId } as const;
  const question = await ask(bank, { ...place, externalId: `wamid.question-${number}`, occurredAt: now() });
  clock.minute = 1;
  const messageId = `m_reply_${number}`;
  const key = await answerTo({ bank, database }, question, { messageId, attachments });
  const { queues, store } = bank.runtime();
  const tokens = { CHANNEL_TOKENS: JSON.stringify({ "whatsapp:900100200301": "token" }) };
  const fetch: Runtime["fetch"] = async (url) => answer(replyId, new URL(String(url)).pathname);
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
  const deliver = (overrides: Partial<Runtime> = {}) =>
    Workers.deliver(bank.runtime({ ...sending, ...overrides }))(queueEvent(...bank.take("deliver")));
  return { key, messageId, replyId, say, deliver, state: async () => (await historyOf(database, key)).head.state };
};
