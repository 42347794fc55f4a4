import { createRoute, z } from "@hono/zod-openapi";
import { Fault } from "#core/fault";
import type * as Sla from "#core/sla";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";
import type { Message } from "./conversation-schema.ts";
import { permit } from "./permission.ts";
import { type Api, problems } from "./route.ts";
import { ConversationId } from "./schema.ts";

/** A picture that nobody has concluded on after this long counts as withheld, until somebody does. */
const patienceMilliseconds = 20_000;

const readPicture = createRoute({
  method: "get",
  path: "/api/conversations/{id}/pictures/{pictureId}",
  request: {
    params: ConversationId.extend({
      pictureId: z
        .string()
        .min(1)
        .max(80)
        .openapi({ param: { name: "pictureId", in: "path" } }),
    }),
  },
  responses: {
    200: {
      description: "The picture, with what must not be seen covered; kept for 24 hours",
      content: { "image/jpeg": { schema: z.string().openapi({ format: "binary" }) } },
    },
    ...problems,
  },
});

export const addPictures = (app: Api, runtime: Runtime): void => {
  app.openapi(readPicture, async (context) => {
    const { entityId } = permit(context.get("caller"), "read");
    const { id, pictureId } = context.req.valid("param");
    const jpeg = await openPicture(runtime, { entityId, conversationId: id }, pictureId);
    return context.body(new Uint8Array(jpeg), 200, asJpeg("picture.jpg"));
  });
};

/** Shown as a picture and as nothing else. */
export const asJpeg = (name: string) => ({
  "content-type": "image/jpeg",
  "content-disposition": `inline; filename="${name}"`,
  "content-security-policy": "default-src 'none'; sandbox",
  "x-content-type-options": "nosniff",
});

/** @throws picture.gone when it is withheld, expired, or its message was removed */
const openPicture = async (runtime: Runtime, key: Store.ConversationKey, pictureId: string): Promise<Uint8Array> => {
  const picture = await runtime.store.readPicture(key, pictureId);
  if (picture === undefined || stateOf(picture, runtime.now()) !== "shown") throw new Fault("picture.gone");
  const body = await runtime.store.readBody(key, picture.messageId);
  if (!body?.attachments.some((each) => each.picture?.id === pictureId)) throw new Fault("picture.gone");
  const jpeg = await runtime.pictures.get(pictureId);
  if (jpeg === undefined) throw new Fault("picture.gone");
  return jpeg;
};

/** The pictures of some messages, by id. */
export const readPictures = (
  store: Store.Store,
  key: Store.ConversationKey,
  bodies: Iterable<Store.Body>,
): Promise<ReadonlyMap<string, Store.Picture>> =>
  store.readPictures(
    key,
    [...bodies].flatMap((body) => body.attachments.flatMap(({ picture }) => picture?.id ?? [])),
  );

/** What hung on a message, each picture with how it stands. */
export const attachmentsOf = (
  body: Store.Body,
  pictures: ReadonlyMap<string, Store.Picture>,
  now: Sla.Instant,
): Message["attachments"] =>
  body.attachments.map(({ enclosure, picture, story, type, words }) => {
    if (story !== undefined) return { id: story.id, type, words: [...words], state: "on-view" };
    if (picture === undefined)
      return { type, words: [...words], ...(enclosure === undefined ? {} : { sizeBytes: enclosure.sizeBytes }) };
    const verdict = pictures.get(picture.id);
    return {
      id: picture.id,
      type,
      words: [...words],
      state: verdict === undefined ? waitingState(picture.since, now) : stateOf(verdict, now),
    };
  });

const waitingState = (since: Sla.Instant, now: Sla.Instant): "checking" | "withheld" =>
  Date.parse(now) - Date.parse(since) > patienceMilliseconds ? "withheld" : "checking";

const stateOf = ({ expiresAt, state }: Store.Picture, now: Sla.Instant): "shown" | "withheld" | "expired" =>
  state === "shown" && expiresAt <= now ? "expired" : state;
