import { createRoute } from "@hono/zod-openapi";
import * as Entity from "#core/entity";
import { Fault } from "#core/fault";
import * as Impostor from "#core/impostor";
import * as Intake from "#core/intake";
import type * as Store from "#core/store";
import { obey, type Runtime } from "#functions/runtime";
import { cardOf } from "./conversation.ts";
import { Card } from "./conversation-schema.ts";
import type { ImpostorView } from "./impostor-schema.ts";
import { permit } from "./permission.ts";
import { type Api, json, problems } from "./route.ts";
import { ConversationId } from "./schema.ts";

const clearImpostor = createRoute({
  method: "post",
  path: "/api/conversations/{id}/impostor/clear",
  request: { params: ConversationId },
  responses: { 200: json("Whoever writes here is somebody else", Card), ...problems },
});

export const addImpostors = (app: Api, runtime: Runtime): void => {
  app.openapi(clearImpostor, async (context) => {
    const { agentId, entityId } = permit(context.get("caller"), "reply");
    const key = { entityId, conversationId: context.req.valid("param").id };
    await obey(runtime, key, {
      command: { type: "clear-impostor", agentId },
      commitId: `clear-impostor:${runtime.newId()}`,
      actor: { kind: "agent", id: agentId },
    });
    const head = await runtime.store.readHead(key);
    if (head === undefined) throw new Fault("conversation.unknown");
    return context.json(cardOf(head, runtime.now()), 200);
  });
};

/** Null where nobody looks like the bank. */
export const impostorOf = async (
  { store }: Pick<Runtime, "store">,
  { state }: Store.Head,
): Promise<ImpostorView | null> => {
  const suspected = state.suspicion?.status === "suspected" ? state.suspicion.why : null;
  const answeredBy = await Promise.all(
    (state.impostures ?? []).map(async (each) => {
      const head = await store.readHead({ entityId: state.entityId, conversationId: each.conversationId });
      if (head?.state.suspicion?.status !== "suspected") return [];
      const { handle, name } = head.label;
      return [{ ...each, ...(name === undefined ? {} : { name }), ...(handle === undefined ? {} : { handle }) }];
    }),
  );
  if (suspected === null && answeredBy.flat().length === 0) return null;
  const entity = await store.readEntity(state.entityId);
  const platform = Intake.platformOf(state.channel);
  const account =
    entity === undefined || platform === undefined ? undefined : Entity.accountOf(entity, platform, state.accountId);
  const language = state.labels?.language === "en" ? "en" : "fr";
  const own = account?.handle === undefined ? (account?.name ?? "") : `@${account.handle.replace(/^@/, "")}`;
  return { suspected, answeredBy: answeredBy.flat(), warning: Impostor.warningOf(own)[language] };
};
