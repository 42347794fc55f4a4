import { createRoute, z } from "@hono/zod-openapi";
import * as Channel from "#core/channel";
import * as Conversation from "#core/conversation";
import { Fault } from "#core/fault";
import * as Instant from "#core/instant";
import * as Picture from "#core/picture";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";
import { redactedNote } from "./noted.ts";
import { permit } from "./permission.ts";
import { type Api, json, problems } from "./route.ts";
import { ConversationId, Enclosure } from "./schema.ts";
import type { Caller } from "./sign-in.ts";

/** What is not sent by then is gone: an answer may wait for its turn at a platform, or for an account. */
const keptSeconds = Instant.daySeconds;

const EnclosureId = ConversationId.extend({
  enclosureId: z
    .string()
    .min(1)
    .max(80)
    .openapi({ param: { name: "enclosureId", in: "path" } }),
});

const add = createRoute({
  method: "post",
  path: "/api/conversations/{id}/enclosures",
  request: {
    params: ConversationId,
    query: z.object({ name: z.string().trim().min(1).max(200) }),
    body: {
      content: { "application/octet-stream": { schema: z.string().openapi({ format: "binary" }) } },
      required: true,
    },
  },
  responses: { 201: json("Kept until it is sent, for a day at most; a picture is read first", Enclosure), ...problems },
});

const read = createRoute({
  method: "get",
  path: "/api/conversations/{id}/enclosures/{enclosureId}",
  request: { params: EnclosureId },
  responses: { 200: json("How it stands", Enclosure), ...problems },
});

/** Files that agents send in private. What one is, its bytes say; its name is redacted like anything written. */
export const addEnclosures = (app: Api, runtime: Runtime): void => {
  app.openapi(add, async (context) => {
    const caller = permit(context.get("caller"), "reply");
    const key = { entityId: caller.entityId, conversationId: context.req.valid("param").id };
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    const kept = await keep(runtime, key, caller, { bytes, name: context.req.valid("query").name });
    return context.json(viewOf(kept), 201);
  });
  app.openapi(read, async (context) => {
    const caller = permit(context.get("caller"), "reply");
    const { enclosureId, id } = context.req.valid("param");
    const key = { entityId: caller.entityId, conversationId: id };
    return context.json(viewOf(await openEnclosure(runtime, key, caller, enclosureId)), 200);
  });
};

const viewOf = ({ expiresAt: _, agentId: __, ...enclosure }: Store.Enclosure): z.infer<typeof Enclosure> => ({
  ...enclosure,
  found: Object.keys(enclosure.found),
});

/** @throws conversation.unknown, conversation.erased, enclosure.not-here, enclosure.too-large, enclosure.unsupported */
const keep = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  { agentId }: Caller,
  { bytes, name }: { readonly bytes: Uint8Array; readonly name: string },
): Promise<Store.Enclosure> => {
  const head = await runtime.store.readHead(key);
  if (head === undefined) throw new Fault("conversation.unknown");
  Conversation.requireWords(head.state);
  const { kinds } = Channel.filesOf(head.state.channel);
  if (kinds.length === 0) throw new Fault("enclosure.not-here");
  if (bytes.length > Channel.MOST_FILE_BYTES) throw new Fault("enclosure.too-large");
  const kind = Picture.isPicture(bytes) ? "picture" : Picture.isPdf(bytes) ? "document" : undefined;
  if (kind === undefined || !kinds.includes(kind)) throw new Fault("enclosure.unsupported");
  const enclosure: Store.Enclosure = {
    id: `out-${runtime.newId()}`,
    agentId,
    kind,
    name: (await redactedNote(runtime, key, name)).text,
    sizeBytes: bytes.length,
    state: kind === "picture" ? "checking" : "ready",
    found: {},
    expiresAt: Instant.after(runtime.now(), keptSeconds),
  };
  await runtime.pictures.put(enclosure.id, bytes, Channel.MIME_TYPES[kind]);
  await runtime.store.putEnclosure(key, enclosure);
  if (kind === "picture") await runtime.queues.send("pictures", [{ body: { ...key, enclosureId: enclosure.id } }]);
  return enclosure;
};

/** Whoever put it there sends it: @throws enclosure.gone */
const openEnclosure = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  { agentId }: Caller,
  id: string,
): Promise<Store.Enclosure> => {
  const enclosure = await runtime.store.readEnclosure(key, id);
  const isThere = enclosure?.agentId === agentId && enclosure.expiresAt > runtime.now();
  if (enclosure === undefined || !isThere) throw new Fault("enclosure.gone");
  return enclosure;
};

/** The file of an answer that was taken back, for whoever took it back; null without one, or when its day is over. */
export const recoverEnclosure = async (
  { now, store }: Pick<Runtime, "now" | "store">,
  key: Store.ConversationKey,
  { agentId }: Caller,
  messageId: string,
): Promise<z.infer<typeof Enclosure> | null> => {
  const id = (await store.readBody(key, messageId))?.attachments[0]?.enclosure?.id;
  const enclosure = id === undefined ? undefined : await store.readEnclosure(key, id);
  if (enclosure === undefined || enclosure.expiresAt <= now()) return null;
  const own = { ...enclosure, agentId };
  if (enclosure.agentId !== agentId) await store.putEnclosure(key, own);
  return viewOf(own);
};

type Asked = { readonly head: Store.Head; readonly text: string; readonly enclosureId: string };

/**
 * A file that may go with this text, as the message keeps it.
 * @throws enclosure.gone, enclosure.checking, enclosure.refused, enclosure.words-apart, reply.too-long
 */
export const encloseIn = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  caller: Caller,
  { enclosureId, head, text }: Asked,
): Promise<Store.Attachment> => {
  const { id, kind, name, sizeBytes, state, found } = await openEnclosure(runtime, key, caller, enclosureId);
  if (state === "checking") throw new Fault("enclosure.checking");
  if (state === "refused") throw new Fault("enclosure.refused", { kinds: Object.keys(found).join(" ") });
  const { captionCharacters } = Channel.filesOf(head.state.channel);
  if (text !== "" && captionCharacters === 0) throw new Fault("enclosure.words-apart");
  const used = [...text].length;
  if (used > captionCharacters) throw new Fault("reply.too-long", { used, limit: captionCharacters });
  return { type: kind, words: [name], enclosure: { id, kind, sizeBytes } };
};
