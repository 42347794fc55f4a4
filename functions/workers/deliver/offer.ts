import { randomBytes } from "node:crypto";
import * as Channel from "#core/channel";
import type * as Conversation from "#core/conversation";
import { Fault } from "#core/fault";
import * as Handoff from "#core/handoff";
import * as Instant from "#core/instant";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";

type Kept = { readonly text: string; readonly handoffId: string | undefined };
type Words = Pick<Channel.Outgoing, "text" | "directMessageDeepLink">;

/** Random bytes that make a code almost always, and tries until one does. */
const codeBytes = 24;
const codeTries = 20;

/**
 * The words of a reply as they leave. Those of an offer get a code and a link that are made here, in memory, and of which the
 * table keeps the hashes alone: each try to send makes new ones, and every one leads to the same offer. Undefined when the
 * offer was taken back meanwhile: nothing is sent.
 */
export const wordsOf = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  state: Conversation.Conversation,
  { handoffId, text }: Kept,
): Promise<Words | undefined> => {
  const { handoff } = state;
  if (handoffId === undefined) return { text };
  if (handoff?.id !== handoffId || handoff.step !== "offered") return undefined;
  if (handoff.way === "private-message") return { text, ...deepLinkOf(state) };
  const entity = await runtime.store.readEntity(key.entityId);
  if (entity?.secure === undefined) return undefined;
  const leadsTo = { conversationId: key.conversationId, handoffId };
  const token = await makeToken(runtime, key.entityId, leadsTo);
  const code = await makeCode(runtime, key.entityId, leadsTo);
  const link = Handoff.linkOf(entity.secure.origin, key.entityId, token);
  return { text: Handoff.sentWords(text, handoff.language, { code, link }) };
};

const deepLinkOf = ({ accountId, channel }: Conversation.Conversation): Pick<Words, "directMessageDeepLink"> =>
  channel === "x.mention" ? { directMessageDeepLink: Channel.x.directMessageLink(accountId) } : {};

type LeadsTo = Pick<Store.Link, "conversationId" | "handoffId">;

const makeToken = async ({ now, store }: Runtime, entityId: string, leadsTo: LeadsTo): Promise<string> => {
  const token = randomBytes(Handoff.tokenBytes).toString("base64url");
  const expiresAt = Instant.after(now(), Handoff.linkSeconds + Handoff.signInSeconds);
  await store.putLink(entityId, Handoff.hashToken(token), { ...leadsTo, expiresAt });
  return token;
};

/** A code that is somebody else's already is not used. */
const makeCode = async ({ now, secrets, store }: Runtime, entityId: string, leadsTo: LeadsTo): Promise<string> => {
  const identityKey = await secrets.read("IDENTITY_KEY");
  const expiresAt = Instant.after(now(), Handoff.codeSeconds);
  for (let attempt = 0; attempt < codeTries; attempt += 1) {
    const code = Handoff.codeFrom(randomBytes(codeBytes));
    if (code === undefined) continue;
    if (await store.putLink(entityId, Handoff.hashCode(identityKey, entityId, code), { ...leadsTo, expiresAt }))
      return code;
  }
  throw new Fault("store.unavailable", { attempts: codeTries });
};
