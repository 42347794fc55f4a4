import { createRoute, z } from "@hono/zod-openapi";
import * as Conversation from "#core/conversation";
import * as Desk from "#core/desk";
import { Fault } from "#core/fault";
import * as Identity from "#core/identity";
import * as Instant from "#core/instant";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";
import { assign } from "./assignment.ts";
import { expectTag, expectTeam } from "./care.ts";
import { Card } from "./conversation-schema.ts";
import { expectNotTaken } from "./holder.ts";
import { expectPlainName } from "./name.ts";
import { headOf, keyOf, orderHeld } from "./order.ts";
import { permit } from "./permission.ts";
import { recorded } from "./record.ts";
import { type Api, body, json, problems } from "./route.ts";
import { questionAtClosing } from "./satisfaction.ts";
import { ConversationId, IdempotencyKey, InboundSeen } from "./schema.ts";
import type { Caller } from "./sign-in.ts";
import { offersFor, TemplateOffer } from "./template-offer.ts";

const mostMacros = 100;

const Macro = Desk.Macro.openapi("Macro");
const MacroId = z.object({
  macroId: z
    .string()
    .max(60)
    .openapi({ param: { name: "macroId", in: "path" } }),
});
const Writing = Desk.Macro.omit({ id: true });

const listMacros = createRoute({
  method: "get",
  path: "/api/macros",
  responses: { 200: json("Every macro, by name", z.object({ items: z.array(Macro) })), ...problems },
});

const addMacro = createRoute({
  method: "post",
  path: "/api/macros",
  request: { headers: IdempotencyKey, body: body(Writing) },
  responses: { 200: json("As it is kept", Macro), ...problems },
});

const changeMacro = createRoute({
  method: "put",
  path: "/api/macros/{macroId}",
  request: { params: MacroId, body: body(Writing) },
  responses: { 200: json("As it is kept", Macro), ...problems },
});

const removeMacro = createRoute({
  method: "delete",
  path: "/api/macros/{macroId}",
  request: { params: MacroId },
  responses: { 204: { description: "Gone" }, ...problems },
});

const runMacro = createRoute({
  method: "post",
  path: "/api/conversations/{id}/macros",
  request: {
    params: ConversationId,
    body: body(z.object({ macroId: z.string().max(60), inboundSeen: InboundSeen })),
  },
  responses: {
    200: json(
      "The conversation after all steps",
      z.object({
        card: Card,
        template: TemplateOffer.optional().openapi({ description: "To be put into the composer; nothing was sent" }),
      }),
    ),
    ...problems,
  },
});

/** Several steps in one, made by supervisors and run by whoever answers. */
export const addMacros = (app: Api, runtime: Runtime): void => {
  const { secrets, store } = runtime;
  app.openapi(listMacros, async (context) => {
    const { entityId } = permit(context.get("caller"), "read");
    const items = (await store.listMacros(entityId)).toSorted((left, right) => left.name.localeCompare(right.name));
    return context.json({ items }, 200);
  });
  const keep = async (caller: Caller, macro: Desk.Macro): Promise<Desk.Macro> => {
    expectPlainName(macro.name);
    await expectSteps(runtime, caller, macro);
    await recorded(runtime, caller, { type: "macro-changed", macroId: macro.id }, () =>
      store.putMacro(caller.entityId, macro),
    );
    return macro;
  };
  app.openapi(addMacro, async (context) => {
    const caller = permit(context.get("caller"), "curate");
    const { entityId } = caller;
    if ((await store.listMacros(entityId)).length >= mostMacros) throw new Fault("macro.limit");
    const key = context.req.valid("header")["idempotency-key"];
    const id = Identity.keyedId(await secrets.read("IDENTITY_KEY"), "k", "macro", entityId, caller.agentId, key);
    return context.json(await keep(caller, { id, ...context.req.valid("json") }), 200);
  });
  app.openapi(changeMacro, async (context) => {
    const caller = permit(context.get("caller"), "curate");
    const { macroId } = context.req.valid("param");
    if ((await macroOf(runtime, caller.entityId, macroId)) === undefined) throw new Fault("macro.unknown");
    return context.json(await keep(caller, { id: macroId, ...context.req.valid("json") }), 200);
  });
  app.openapi(removeMacro, async (context) => {
    const caller = permit(context.get("caller"), "curate");
    const { macroId } = context.req.valid("param");
    await recorded(runtime, caller, { type: "macro-removed", macroId }, () =>
      store.removeMacro(caller.entityId, macroId),
    );
    return context.body(null, 204);
  });
  addRunning(app, runtime);
};

/**
 * All steps are one commit, so that none is done where another is refused. Taking it comes first: it claims a slot. What
 * the others would refuse is therefore found out before.
 */
const addRunning = (app: Api, runtime: Runtime): void => {
  app.openapi(runMacro, async (context) => {
    const caller = permit(context.get("caller"), "reply");
    const { inboundSeen, macroId } = context.req.valid("json");
    const macro = await macroOf(runtime, caller.entityId, macroId);
    if (macro === undefined) throw new Fault("macro.unknown");
    const key = keyOf(caller, context.req.valid("param").id);
    const head = await headOf(runtime, key);
    const { state } = head;
    expectNotTaken(state, caller);
    // Before anything is done: a step that cannot be taken leaves the others undone.
    await expectSteps(runtime, caller, macro);
    const template = await templateOf(runtime, caller, head, macro);
    const now = runtime.now();
    const closing = macro.steps.find((step) => step.does === "close");
    const asked = closing === undefined ? {} : await questionAtClosing(runtime, key, state, outcomeOf(closing, state));
    const commands = macro.steps.flatMap((step) => commandsOf(step, { state, now, inboundSeen, ...asked }));
    if (macro.steps.some(({ does }) => does === "take")) {
      expectDoable(state, [takingBy(caller), ...commands], now);
      await assign(runtime, key, caller, caller.agentId);
    }
    const card = await orderHeld(runtime, key, caller, { type: "several", commands });
    return context.json({ card, ...(template === undefined ? {} : { template }) }, 200);
  });
};

const takingBy = ({ agentId, role }: Caller): Conversation.Command => ({
  type: "assign",
  agentId,
  by: role === "supervisor" ? "supervisor" : "agent",
});

/** @throws what one of them would be refused with, before any is committed */
const expectDoable = (state: Conversation.Conversation, commands: readonly Conversation.Command[], now: string): void =>
  void Conversation.decide(state, { type: "several", commands }, now);

/** What its steps name is there: in a team that is gone, nobody would be given the conversation. @throws team.unknown, tag.unknown */
const expectSteps = async (runtime: Runtime, caller: Caller, { steps }: Desk.Macro): Promise<void> => {
  for (const step of steps) {
    if (step.does === "move") await expectTeam(runtime, caller, step.teamId);
    if (step.does === "tag") await expectTag(runtime, caller, step.tagId);
  }
};

/** @throws template.unusable: retired, expired, or not for this conversation */
const templateOf = async (
  runtime: Runtime,
  caller: Caller,
  head: Store.Head,
  { steps }: Desk.Macro,
): Promise<TemplateOffer | undefined> => {
  const step = steps.find((each) => each.does === "template");
  if (step === undefined) return undefined;
  const offer = (await offersFor(runtime, caller, head, false)).find(({ id }) => id === step.templateId);
  if (offer === undefined) throw new Fault("template.unusable");
  return offer;
};

const macroOf = async ({ store }: Runtime, entityId: string, macroId: string): Promise<Desk.Macro | undefined> =>
  (await store.listMacros(entityId)).find(({ id }) => id === macroId);

type Place = {
  readonly state: Conversation.Conversation;
  readonly now: string;
  readonly inboundSeen: number | undefined;
  /** What the customer is asked at closing. */
  readonly question?: Conversation.Question;
};

const commandsOf = (
  step: Desk.Macro["steps"][number],
  { inboundSeen, now, question, state }: Place,
): readonly Conversation.Command[] => {
  switch (step.does) {
    case "tag":
    case "untag":
      return [{ type: step.does, tagId: step.tagId }];
    case "prioritise":
      return [{ type: "prioritise", priority: step.priority }];
    case "move":
      return [{ type: "move", teamId: step.teamId }];
    case "snooze":
      return [
        { type: "snooze", ...(step.hours === undefined ? {} : { until: Instant.after(now, step.hours * 3600) }) },
      ];
    case "close":
      return [
        {
          type: "close",
          outcome: outcomeOf(step, state),
          ...(step.reason === undefined ? {} : { reason: step.reason }),
          ...(inboundSeen === undefined ? {} : { inboundSeen }),
          ...(question === undefined ? {} : { question }),
        },
      ];
    case "take":
    case "template":
      return [];
    default:
      return step satisfies never;
  }
};

const outcomeOf = (
  { outcome, reason }: Extract<Desk.Macro["steps"][number], { does: "close" }>,
  state: Conversation.Conversation,
): Conversation.Outcome => Conversation.outcomeFor(state, reason === undefined ? outcome : "no-answer-needed");
