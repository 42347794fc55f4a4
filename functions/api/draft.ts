import { createRoute, z } from "@hono/zod-openapi";
import * as Conversation from "#core/conversation";
import { Fault } from "#core/fault";
import * as Instant from "#core/instant";
import * as Intake from "#core/intake";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";
import { permit } from "./permission.ts";
import { type Api, body, json, problems } from "./route.ts";
import { ConversationId, InboundSeen } from "./schema.ts";
import type { Caller } from "./sign-in.ts";

/** A draft that nobody came back to. */
const keptDays = 30;

const Side = z.object({
  mode: z.enum(["reply", "private", "note"]),
  text: z.string().max(10_000),
  templateId: z.string().min(1).max(80).optional().openapi({ description: "The template it was made from" }),
  inboundSeen: InboundSeen,
});
const aside = { description: "A note begun beside an answer, or an answer beside a note" };
const Writing = Side.extend({ aside: Side.optional().openapi(aside) });
type Side = z.infer<typeof Side>;

const SideView = Side.extend({
  inboundSeen: z.number().openapi({ description: "Customer messages seen when it was last written on" }),
});
export const DraftView = SideView.extend({
  conversationId: z.string(),
  aside: SideView.optional().openapi(aside),
  savedAt: z.iso.datetime(),
}).openapi("Draft", { description: "What one agent is writing in one conversation; redacted before it is kept" });

const listDrafts = createRoute({
  method: "get",
  path: "/api/drafts",
  responses: { 200: json("One's own drafts", z.object({ items: z.array(DraftView) })), ...problems },
});

const readDraft = createRoute({
  method: "get",
  path: "/api/conversations/{id}/draft",
  request: { params: ConversationId },
  responses: { 200: json("One's own draft here", z.object({ draft: DraftView.nullable() })), ...problems },
});

const putDraft = createRoute({
  method: "put",
  path: "/api/conversations/{id}/draft",
  request: { params: ConversationId, body: body(Writing) },
  responses: {
    200: json("As it is kept; with nothing written it is removed", z.object({ draft: DraftView.nullable() })),
    ...problems,
  },
});

const removeDraft = createRoute({
  method: "delete",
  path: "/api/conversations/{id}/draft",
  request: { params: ConversationId },
  responses: { 204: { description: "It is gone" }, ...problems },
});

/** Drafts belong to the agent who writes them: no colleague reads them, and nothing ever sends them. */
export const addDrafts = (app: Api, runtime: Runtime): void => {
  const { now, store } = runtime;
  app.openapi(listDrafts, async (context) => {
    const drafts = await store.listDrafts(permit(context.get("caller"), "reply"), now());
    return context.json({ items: drafts.map(viewOf) }, 200);
  });
  app.openapi(readDraft, async (context) => {
    const key = { ...permit(context.get("caller"), "reply"), conversationId: context.req.valid("param").id };
    const draft = await store.readDraft(key, now());
    return context.json({ draft: draft === undefined ? null : viewOf(draft) }, 200);
  });
  app.openapi(putDraft, async (context) => {
    const caller = permit(context.get("caller"), "reply");
    const draft = await keepDraft(runtime, caller, context.req.valid("param").id, context.req.valid("json"));
    return context.json({ draft: draft === undefined ? null : viewOf(draft) }, 200);
  });
  app.openapi(removeDraft, async (context) => {
    const caller = permit(context.get("caller"), "reply");
    await store.removeDraft({ ...caller, conversationId: context.req.valid("param").id });
    return context.body(null, 204);
  });
};

/**
 * Keeps what is being written, redacted, each side for its readers.
 * @throws conversation.unknown, conversation.erased; request.invalid where both sides have the same readers
 */
export const keepDraft = async (
  { now, store }: Runtime,
  caller: Caller,
  conversationId: string,
  { aside, ...side }: z.infer<typeof Writing>,
): Promise<Store.Draft | undefined> => {
  const { agentId, entityId } = caller;
  const key = { agentId, entityId, conversationId };
  const beside = aside !== undefined && isWritten(aside) ? aside : undefined;
  if (beside !== undefined && isNote(beside) === isNote(side)) throw new Fault("request.invalid");
  if (beside === undefined && !isWritten(side)) {
    await store.removeDraft(key);
    return undefined;
  }
  const [head, entity] = await Promise.all([store.readHead(key), store.readEntity(entityId)]);
  if (head === undefined) throw new Fault("conversation.unknown");
  if (entity === undefined) throw new Fault("entity.unknown");
  Conversation.requireWords(head.state);
  const kept = (written: Side) => {
    const { inboundSeen, mode, templateId, text } = written;
    const visibility = mode === "reply" ? head.state.visibility : "private";
    return {
      mode,
      text: Intake.draftOf(text, isNote(written), Intake.redactionOf(entity, visibility)),
      ...(templateId === undefined || isNote(written) ? {} : { templateId }),
      inboundSeen: inboundSeen ?? head.state.inboundCount,
    };
  };
  const savedAt = now();
  const draft = {
    conversationId,
    ...kept(side),
    ...(beside === undefined ? {} : { aside: kept(beside) }),
    savedAt,
    expiresAt: Instant.after(savedAt, keptDays * Instant.daySeconds),
  };
  await store.putDraft(key, draft);
  return draft;
};

/**
 * What was sent is gone from the draft; what was begun beside it for other readers stays.
 */
export const endDraft = async (
  { now, store }: Pick<Runtime, "now" | "store">,
  key: Store.ConversationKey & { readonly agentId: string },
  sent: "answer" | "note",
): Promise<void> => {
  const draft = await store.readDraft(key, now());
  const { answer, note } = sidesOf(draft);
  const left = sent === "note" ? answer : note;
  if (draft === undefined || left === undefined) return store.removeDraft(key);
  const { inboundSeen, mode, templateId, text } = left;
  const { conversationId, expiresAt, savedAt } = draft;
  const side = { mode, text, inboundSeen, ...(templateId === undefined ? {} : { templateId }) };
  await store.putDraft(key, { conversationId, ...side, savedAt, expiresAt });
};

const isWritten = ({ text }: Pick<Side, "text">): boolean => text.trim() !== "";
const isNote = ({ mode }: Pick<Side, "mode">): boolean => mode === "note";

/** What of a draft is for the customer, and what for colleagues. */
export const sidesOf = (draft: Store.Draft | undefined) => {
  const written = [draft, draft?.aside].flatMap((side) => (side !== undefined && isWritten(side) ? [side] : []));
  return { answer: written.find((side) => !isNote(side)), note: written.find(isNote) };
};

export const viewOf = ({ expiresAt: _, ...draft }: Store.Draft): z.infer<typeof DraftView> => draft;
