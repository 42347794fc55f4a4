import { createRoute, z } from "@hono/zod-openapi";
import { Fault } from "#core/fault";
import * as Identity from "#core/identity";
import * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";
import { contactOf } from "./contact.ts";
import { permit } from "./permission.ts";
import { recorded } from "./record.ts";
import { type Api, body, json, problems } from "./route.ts";
import { ConversationId, IdempotencyKey } from "./schema.ts";

/** Links that one contact has at most: a customer has so many channels, and no more. */
const mostLinks = 8;

export const ContactLinkView = z
  .object({
    id: z.string(),
    way: z.enum(Store.consentWays).openapi({ description: "How the customer agreed" }),
    consentedAt: z.iso.datetime(),
    by: z.string(),
    at: z.iso.datetime(),
  })
  .openapi("ContactLink", { description: "Two contacts that are one customer, who agreed to it" });

const linkContacts = createRoute({
  method: "post",
  path: "/api/conversations/{id}/contact-links",
  request: {
    params: ConversationId,
    headers: IdempotencyKey,
    body: body(
      z.object({
        conversationId: z.string().min(1).max(80).openapi({ description: "One of the other contact's" }),
        way: z.enum(Store.consentWays),
        consentedAt: z.iso.datetime(),
      }),
    ),
  },
  responses: { 201: json("Kept with both contacts, and in the log of the bank", ContactLinkView), ...problems },
});

const unlinkContacts = createRoute({
  method: "delete",
  path: "/api/conversations/{id}/contact-links/{linkId}",
  request: { params: ConversationId.extend({ linkId: z.string().min(1).max(80) }) },
  responses: { 204: { description: "The customer no longer agrees: each is a contact of its own" }, ...problems },
});

/** A person links two contacts once the customer agreed, and takes it back when the customer does; nothing links by itself. */
export const addContactLinks = (app: Api, runtime: Runtime): void => {
  const { now, secrets, store } = runtime;
  app.openapi(linkContacts, async (context) => {
    const caller = permit(context.get("caller"), "reply");
    const { agentId, entityId } = caller;
    const conversationId = context.req.valid("param").id;
    const { consentedAt, conversationId: otherId, way } = context.req.valid("json");
    if (Date.parse(consentedAt) > Date.parse(now())) throw new Fault("contact.consent-to-come");
    const contact = await contactOf(runtime, { entityId, conversationId });
    const { peerId } = await contactOf(runtime, { entityId, conversationId: otherId });
    if (peerId === contact.peerId) throw new Fault("contact.same");
    const known = await store.listContactLinks(contact);
    const before = known.find((each) => each.peerId === peerId);
    if (before !== undefined) return context.json(viewOf(before), 201);
    if (known.length >= mostLinks) throw new Fault("contact.too-many-links", { most: mostLinks });
    const key = context.req.valid("header")["idempotency-key"];
    const id = Identity.keyedId(await secrets.read("IDENTITY_KEY"), "l", "contact-link", contact.peerId, peerId, key);
    const link = { id, peerId, way, consentedAt, by: agentId, at: now() };
    const event = { type: "contacts-linked", conversationId, otherId, linkId: id, way } as const;
    await recorded(runtime, caller, event, () => store.putContactLink(contact, link));
    return context.json(viewOf(link), 201);
  });
  app.openapi(unlinkContacts, async (context) => {
    const caller = permit(context.get("caller"), "reply");
    const { id: conversationId, linkId } = context.req.valid("param");
    const contact = await contactOf(runtime, { entityId: caller.entityId, conversationId });
    const link = (await store.listContactLinks(contact)).find(({ id }) => id === linkId);
    if (link !== undefined) {
      const event = { type: "contacts-unlinked", conversationId, linkId } as const;
      await recorded(runtime, caller, event, () => store.removeContactLink(contact, link));
    }
    return context.body(null, 204);
  });
};

const viewOf = ({ peerId: _, ...link }: Store.ContactLink): z.infer<typeof ContactLinkView> => link;
