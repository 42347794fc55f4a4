import { createRoute, z } from "@hono/zod-openapi";
import type * as Conversation from "#core/conversation";
import type * as Entity from "#core/entity";
import { Fault } from "#core/fault";
import * as Handoff from "#core/handoff";
import type { Redacted } from "#core/redaction";
import type * as Store from "#core/store";
import { obey, type Runtime } from "#functions/runtime";
import { holdIfFree } from "./assignment.ts";
import { SecureView } from "./handoff-schema.ts";
import { secureOf, wayFrom } from "./handoff-view.ts";
import { holding } from "./holder.ts";
import { expectCharter, judge, unreviewed } from "./judge.ts";
import { idOf, isPrivateAnswer, putOffer } from "./offer.ts";
import { permit } from "./permission.ts";
import { type Api, body, json, problems } from "./route.ts";
import { Confirmed, ConversationId, IdempotencyKey } from "./schema.ts";
import { screened } from "./screened.ts";
import type { Caller } from "./sign-in.ts";

const Offer = z
  .object({
    purpose: z.enum(Handoff.purposes),
    language: z.enum(Handoff.languages),
    text: z.string().min(1).max(8000).optional().openapi({
      description:
        "Instead of the approved words. In private it says once where the code goes, {secureCode}, and once where the link goes, {secureLink}; in public neither",
    }),
    confirmed: Confirmed,
  })
  .openapi("HandoffOffer");
type Offer = z.infer<typeof Offer>;

const HandoffId = ConversationId.extend({
  handoffId: z
    .string()
    .max(80)
    .openapi({ param: { name: "handoffId", in: "path" } }),
});

const offerHandoff = createRoute({
  method: "post",
  path: "/api/conversations/{id}/handoffs",
  request: { params: ConversationId, headers: IdempotencyKey, body: body(Offer) },
  responses: {
    202: json("Offered: in public the way into a private message, in private the way to the secure page", SecureView),
    ...problems,
  },
});

const revokeHandoff = createRoute({
  method: "post",
  path: "/api/conversations/{id}/handoffs/{handoffId}/revoke",
  request: { params: HandoffId },
  responses: { 200: json("Its link and its code lead nowhere from now on", SecureView), ...problems },
});

export const addHandoffs = (app: Api, runtime: Runtime): void => {
  const { now, store } = runtime;
  const viewOf = async (key: Store.ConversationKey): Promise<SecureView> => {
    const head = await store.readHead(key);
    if (head === undefined) throw new Fault("conversation.unknown");
    return secureOf(head.state, await store.readEntity(key.entityId), now());
  };
  app.openapi(offerHandoff, async (context) => {
    const caller = permit(context.get("caller"), "reply");
    const key = { entityId: caller.entityId, conversationId: context.req.valid("param").id };
    const asked = { ...context.req.valid("json"), idempotencyKey: context.req.valid("header")["idempotency-key"] };
    await offer(runtime, key, caller, asked);
    return context.json(await viewOf(key), 202);
  });
  app.openapi(revokeHandoff, async (context) => {
    const caller = permit(context.get("caller"), "reply");
    const { handoffId, id: conversationId } = context.req.valid("param");
    const key = { entityId: caller.entityId, conversationId };
    await obey(runtime, key, {
      command: { type: "revoke-handoff", handoffId },
      commitId: `revoke-handoff:${handoffId}`,
      actor: { kind: "agent", id: caller.agentId },
      ...holding(caller),
    });
    return context.json(await viewOf(key), 200);
  });
};

type Asked = Offer & { readonly idempotencyKey: string };

/** The key determines the ids: asked twice, it is offered once. */
const offer = async (runtime: Runtime, key: Store.ConversationKey, caller: Caller, asked: Asked): Promise<void> => {
  const head = await runtime.store.readHead(key);
  if (head === undefined) throw new Fault("conversation.unknown");
  const { idempotencyKey, language, purpose, text: own } = asked;
  const messageId = await idOf(runtime, key, caller, { part: "offer", prefix: "m", idempotencyKey });
  if ((await runtime.store.readBody(key, messageId)) === undefined) await holdIfFree(runtime, key, caller);
  const entity = await runtime.store.readEntity(key.entityId);
  const way = wayFrom(head.state, entity, runtime.now());
  if (entity === undefined || way === undefined) throw new Fault(refusalOf(head.state));
  if (own === undefined) await expectCharter(runtime, caller);
  const written = own === undefined ? {} : await writtenBy(runtime, caller, { asked, head, own, way });
  const text = own === undefined ? approvedWords(entity, { language, purpose, way }) : own;
  // The bank's own words, or an agent's that were looked at; what a code and a link stand for is not in them.
  const kept = Handoff.keptWords(text, language) as Redacted;
  await putOffer(runtime, key, caller, { head, text: kept, messageId, idempotencyKey, language, purpose, written });
};

const refusalOf = ({ visibility }: Conversation.Conversation) =>
  visibility === "private" ? "handoff.not-configured" : "handoff.not-private";

type Own = {
  readonly asked: Asked;
  readonly head: Store.Head;
  readonly own: string;
  readonly way: Conversation.HandoffWay;
};

/** An agent's own words are looked at like any answer. */
const writtenBy = async (runtime: Runtime, caller: Caller, { asked, head, own, way }: Own) => {
  const offering = Object.values(Handoff.slots).some((slot) => own.includes(slot));
  if (way === "secure-page" ? !Handoff.isOffering(own) : offering) throw new Fault("handoff.text-incomplete");
  screened(own);
  const { confirmed, idempotencyKey } = asked;
  const privatelyTo = isPrivateAnswer(head.state, way) ? head.state.lastInboundId : undefined;
  const writing = { text: own, idempotencyKey, confirmed, privatelyTo };
  return unreviewed(await judge(runtime, caller, head, writing));
};

const approvedWords = (
  { name: bank, secure }: Entity.Entity,
  { language, purpose, way }: Pick<Asked, "language" | "purpose"> & { readonly way: Conversation.HandoffWay },
): string =>
  way === "private-message" || secure === undefined
    ? Handoff.invitation(language)
    : Handoff.offerWords({ bank, host: secure.host, purpose }, language);
