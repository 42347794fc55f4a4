import type * as Channel from "#core/channel";
import * as Intake from "#core/intake";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";
import type { Bank } from "./visit.ts";

type Writer = {
  readonly bank: Bank;
  readonly customerId: string;
  readonly handoffId: string;
  /** Of the conversation the customer came from. */
  readonly teamId: string;
};

/** The account that secure conversations are with. */
const accountId = "secure";

const eventOf = ({ customerId, handoffId }: Writer): Channel.RawEvent => ({
  op: "message",
  channel: "secure",
  visibility: "private",
  direction: "inbound",
  accountId,
  contactId: customerId,
  threadId: handoffId,
  attachments: [],
});

const contextOf = async ({ now, secrets }: Runtime, { bank, teamId }: Writer): Promise<Intake.Context> => ({
  entity: bank,
  account: { teamId },
  identityKey: await secrets.read("IDENTITY_KEY"),
  addressKey: await secrets.read("ADDRESS_KEY"),
  evidenceKey: () => secrets.read("EVIDENCE_KEY"),
  receivedAt: now(),
});

/** The secure conversation of a customer who came by an offer: the same whenever it is asked for. */
export const caseIdOf = async (runtime: Runtime, writer: Writer): Promise<string> =>
  Intake.conversationIdOf(eventOf(writer), await contextOf(runtime, writer)) ?? "";

type Saying = {
  readonly id: string;
  readonly text: string;
  readonly origin: Pick<Store.Case, "conversationId" | "handoffId">;
};

const names = { fr: "Client connecté", en: "Signed-in customer" } as const;

/**
 * Takes what a customer writes on the page the way of every message: redacted here, in memory, by the secure channel's own
 * policy, then queued. Told twice it is one message.
 */
export const say = async (runtime: Runtime, writer: Writer, { id, origin, text }: Saying): Promise<string> => {
  const { bank, customerId } = writer;
  const now = runtime.now();
  const event: Channel.RawEvent = {
    ...eventOf(writer),
    externalId: `${origin.handoffId}:${customerId}:${id}`,
    occurredAt: now,
    text,
    author: { name: names[bank.languages[0] ?? "fr"] },
  };
  const { conversationId, handoffId } = origin;
  const inbound = {
    ...(await Intake.prepare(event, await contextOf(runtime, writer))),
    origin: { conversationId, handoffId },
  };
  await runtime.queues.send("inbound", [
    { body: inbound, groupId: inbound.groupId, deduplicationId: inbound.deduplicationId },
  ]);
  return inbound.messageId;
};

/** How long the page waits for its own message, so that a reader without a script finds it when the answer comes. */
const patience = { tries: 30, pauseMilliseconds: 100 } as const;

export const untilKept = async (
  { store }: Pick<Runtime, "store">,
  key: Store.ConversationKey,
  messageId: string,
): Promise<void> => {
  for (let tries = 0; tries < patience.tries; tries += 1) {
    const head = await store.readHead(key);
    if (head !== undefined && (await store.readBody(key, messageId)) !== undefined) return;
    await new Promise((resolve) => setTimeout(resolve, patience.pauseMilliseconds));
  }
};
