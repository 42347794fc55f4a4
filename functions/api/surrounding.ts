import { createRoute, z } from "@hono/zod-openapi";
import * as Conversation from "#core/conversation";
import * as Identity from "#core/identity";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";
import { contactOf, peerOf } from "./contact.ts";
import { ContactLinkView } from "./contact-link.ts";
import { cardOf } from "./conversation.ts";
import { Card } from "./conversation-schema.ts";
import { redactedNote } from "./noted.ts";
import { headOf } from "./order.ts";
import { permit } from "./permission.ts";
import { type Api, body, json, problems } from "./route.ts";
import { ConversationId, IdempotencyKey } from "./schema.ts";

const earlierShown = 20;
const threadShown = 20;
const linkedShown = 5;

const NoteView = z
  .object({ id: z.string(), text: z.string(), by: z.string(), at: z.iso.datetime() })
  .openapi("ContactNote", { description: "What colleagues should know of a contact; redacted" });

const Surroundings = z
  .object({
    post: z
      .object({ text: z.string(), at: z.iso.datetime() })
      .nullable()
      .openapi({ description: "The bank's own post that the thread stands under, where the platform told of it" }),
    thread: z.array(Card).openapi({ description: "Other customers in the same public thread" }),
    earlier: z.array(Card).openapi({ description: "Other conversations of the same contact, the newest first" }),
    links: z.array(ContactLinkView.extend({ conversations: z.array(Card) })).openapi({
      description: "Other contacts that are the same customer, who agreed to it, with their conversations",
    }),
    notes: z.array(NoteView).nullable().openapi({ description: "Of the contact; null where the platform names none" }),
  })
  .openapi("Surroundings");

const readSurroundings = createRoute({
  method: "get",
  path: "/api/conversations/{id}/surroundings",
  request: { params: ConversationId },
  responses: { 200: json("What stands around a conversation", Surroundings), ...problems },
});

const postNote = createRoute({
  method: "post",
  path: "/api/conversations/{id}/contact-notes",
  request: {
    params: ConversationId,
    headers: IdempotencyKey,
    body: body(z.object({ text: z.string().trim().min(1).max(1_000) })),
  },
  responses: { 201: json("Kept with the contact, redacted", NoteView), ...problems },
});

const removeNote = createRoute({
  method: "delete",
  path: "/api/conversations/{id}/contact-notes/{noteId}",
  request: { params: ConversationId.extend({ noteId: z.string().min(1).max(80) }) },
  responses: { 204: { description: "It is gone" }, ...problems },
});

/** What stands around a conversation: the thread and its post, the contact's other conversations, notes about the contact. */
export const addSurroundings = (app: Api, runtime: Runtime): void => {
  const { now, secrets, store } = runtime;
  app.openapi(readSurroundings, async (context) => {
    const { entityId } = permit(context.get("caller"), "read");
    const conversationId = context.req.valid("param").id;
    const { label } = await headOf(runtime, { entityId, conversationId });
    const contact = peerOf(entityId, label.contact);
    const thread = peerOf(entityId, label.thread);
    const [earlier, others, post, notes, links] = await Promise.all([
      contact === undefined ? [] : cardsOf(runtime, contact, earlierShown, conversationId),
      thread === undefined ? [] : cardsOf(runtime, thread, threadShown, conversationId),
      thread === undefined ? undefined : store.readPost(thread),
      contact === undefined ? null : store.listContactNotes(contact),
      contact === undefined ? [] : linksOf(runtime, contact, conversationId),
    ]);
    return context.json(
      { post: post ?? null, thread: others, earlier, links, notes: notes === null ? null : [...notes] },
      200,
    );
  });
  app.openapi(postNote, async (context) => {
    const { agentId, entityId } = permit(context.get("caller"), "reply");
    const conversationId = context.req.valid("param").id;
    Conversation.requireWords((await headOf(runtime, { entityId, conversationId })).state);
    const contact = await contactOf(runtime, { entityId, conversationId });
    const key = context.req.valid("header")["idempotency-key"];
    const identityKey = await secrets.read("IDENTITY_KEY");
    const note = {
      id: Identity.keyedId(identityKey, "n", "contact-note", contact.peerId, agentId, key),
      text: (await redactedNote(runtime, contact, context.req.valid("json").text)).text,
      by: agentId,
      at: now(),
    };
    await store.putContactNote(contact, note);
    return context.json(note, 201);
  });
  app.openapi(removeNote, async (context) => {
    const caller = permit(context.get("caller"), "reply");
    const { id: conversationId, noteId } = context.req.valid("param");
    const contact = await contactOf(runtime, { entityId: caller.entityId, conversationId });
    const note = (await store.listContactNotes(contact)).find(({ id }) => id === noteId);
    if (note !== undefined && note.by !== caller.agentId) permit(caller, "assign");
    await store.removeContactNote(contact, noteId);
    return context.body(null, 204);
  });
};

const linksOf = async (runtime: Runtime, contact: Store.Peer, except: string) => {
  const links = await runtime.store.listContactLinks(contact);
  return Promise.all(
    links.map(async ({ peerId, ...link }) => ({
      ...link,
      conversations: await cardsOf(runtime, { ...contact, peerId }, linkedShown, except),
    })),
  );
};

const cardsOf = async (
  { now, store }: Runtime,
  peer: Store.Peer,
  limit: number,
  except: string,
): Promise<z.infer<typeof Card>[]> => {
  const ids = (await store.listPeers(peer, limit + 1)).filter((id) => id !== except).slice(0, limit);
  const heads = await Promise.all(ids.map((conversationId) => store.readHead({ ...peer, conversationId })));
  return heads.flatMap((head) =>
    head === undefined || Conversation.isErased(head.state) ? [] : [cardOf(head, now())],
  );
};
