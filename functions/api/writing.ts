import { Fault } from "#core/fault";
import type * as Guard from "#core/guard";
import * as Identity from "#core/identity";
import type * as Store from "#core/store";
import type { Order, Runtime } from "#functions/runtime";
import type { Caller } from "./sign-in.ts";

/** What an agent writes; the key determines the message's id, so that a repeat makes nothing new. */
export type Writing = {
  readonly text: string;
  readonly idempotencyKey: string;
  /** How many messages of the customer the writer had seen. */
  readonly inboundSeen?: number | undefined;
  /** A public comment that is answered to its author alone. */
  readonly privatelyTo?: string | undefined;
  /** On X, in public: the network shows a button below it that opens a private message to the bank. */
  readonly invitesPrivately?: boolean | undefined;
  /** It can be taken back for a moment, and is held where the customer was not read to the end. */
  readonly undo?: boolean | undefined;
  /** A file that goes with it, in private. */
  readonly enclosureId?: string | undefined;
  /** Colleagues whom a note names. */
  readonly mentions?: readonly string[] | undefined;
  /** What the guard warned of and the writer says is meant. */
  readonly confirmed?: readonly Guard.FindingKind[] | undefined;
  /** The template it was made from. */
  readonly templateId?: string | undefined;
};

type Draft = {
  readonly writing: Writing;
  readonly part: "reply" | "note";
  readonly head: Store.Head;
  readonly body: Pick<Store.Body, "kind" | "visibility" | "text" | "marks" | "inReplyTo" | "invitesPrivately"> &
    Partial<Pick<Store.Body, "attachments">>;
};

/**
 * Keeps it as a body, under an id that its key determines.
 * @throws request.idempotency-key-reused
 */
export const keep = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  caller: Caller,
  draft: Draft,
): Promise<Store.Body> => {
  const { part, writing } = draft;
  const kept = await runtime.store.putBody(key, {
    id: await messageIdOf(runtime, key, caller, { idempotencyKey: writing.idempotencyKey, part }),
    direction: "outbound",
    occurredAt: runtime.now(),
    author: { agentId: caller.agentId },
    attachments: [],
    around: [],
    salt: runtime.newId(),
    sawVersion: draft.head.version,
    ...draft.body,
  });
  expectSame(kept, draft.body.text);
  return kept;
};

export const messageIdOf = async (
  { secrets }: Runtime,
  { conversationId, entityId }: Store.ConversationKey,
  { agentId }: Caller,
  { idempotencyKey, part }: Pick<Writing, "idempotencyKey"> & Pick<Draft, "part">,
): Promise<string> =>
  Identity.keyedId(await secrets.read("IDENTITY_KEY"), "m", part, entityId, conversationId, agentId, idempotencyKey);

/**
 * Whoever took a passage out, or the message away, made it another text: the key still stands for it.
 * @throws request.idempotency-key-reused
 */
export const expectSame = ({ removed, struck, text }: Store.Body, asked: string): void => {
  const isSame = text === asked || struck !== undefined || removed === true;
  if (!isSame) throw new Fault("request.idempotency-key-reused");
};

/** Whose commit it is, and from where on another of the same id makes it a repeat. */
export const origin = (caller: Caller, body: Store.Body): Pick<Order, "commitId" | "actor" | "since"> => ({
  commitId: `write:${body.id}`,
  actor: { kind: "agent", id: caller.agentId },
  since: body.sawVersion,
});
