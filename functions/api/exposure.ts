import { createRoute } from "@hono/zod-openapi";
import * as Channel from "#core/channel";
import * as Exposure from "#core/exposure";
import { Fault } from "#core/fault";
import type * as Store from "#core/store";
import { obey, type Runtime } from "#functions/runtime";
import { cardOf } from "./conversation.ts";
import { Card, type ExposureView } from "./conversation-schema.ts";
import { permit } from "./permission.ts";
import { type Api, json, problems } from "./route.ts";
import { MessageId } from "./schema.ts";

const hideMessage = createRoute({
  method: "post",
  path: "/api/conversations/{id}/messages/{messageId}/hide",
  request: { params: MessageId },
  responses: { 202: json("Asked for; the platform's answer follows", Card), ...problems },
});

export const addExposure = (app: Api, runtime: Runtime): void => {
  app.openapi(hideMessage, async (context) => {
    const { agentId, entityId } = permit(context.get("caller"), "reply");
    const { id: conversationId, messageId } = context.req.valid("param");
    const key = { entityId, conversationId };
    await refuseUnhideable(runtime, key, messageId);
    await obey(runtime, key, {
      command: { type: "ask-hiding", messageId, agentId },
      commitId: `ask-hiding:${runtime.newId()}`,
      actor: { kind: "agent", id: agentId },
    });
    const head = await runtime.store.readHead(key);
    if (head === undefined) throw new Fault("conversation.unknown");
    return context.json(cardOf(head, runtime.now()), 202);
  });
};

const refuseUnhideable = async (runtime: Runtime, key: Store.ConversationKey, messageId: string): Promise<void> => {
  const head = await runtime.store.readHead(key);
  if (head === undefined) throw new Fault("conversation.unknown");
  const body = await runtime.store.readBody(key, messageId);
  if (body === undefined || body.direction !== "inbound") throw new Fault("message.unknown");
  if (Exposure.remedyFor(head.state.channel)?.canHide !== true) throw new Fault("message.cannot-hide");
};

/** What stands exposed in a conversation, and what can be done about it; null when nothing does. */
export const exposureOf = (
  { state }: Pick<Store.Head, "state">,
  language: "fr" | "en",
  now: string,
): ExposureView | null => {
  const exposed = (state.exposures ?? []).filter((each) => each.isHidden !== true);
  const remedy = Exposure.remedyFor(state.channel);
  if (exposed.length === 0 || remedy === undefined) return null;
  const customers = state.labels?.language === "en" ? "en" : "fr";
  return {
    canHide: remedy.canHide,
    warning: remedy.warning[customers],
    messages: exposed.map(({ messageId, since }) => {
      const hiding = state.hidings?.find((each) => each.messageId === messageId);
      const reason = hiding?.code !== undefined ? Channel.tellRefusal(hiding.code, language) : undefined;
      return {
        id: messageId,
        since,
        hiding: hiding === undefined ? null : hiding.state === "failed" ? "failed" : "asked",
        ...(reason === undefined ? {} : { reason }),
        canWarnPrivately: remedy.isWarnedPrivately && Channel.privateReplyWindow(state.channel, since, now).open,
      };
    }),
  };
};
