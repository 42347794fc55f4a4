import { createRoute, z } from "@hono/zod-openapi";
import * as Audit from "#core/audit";
import * as Conversation from "#core/conversation";
import { Fault } from "#core/fault";
import type { Runtime } from "#functions/runtime";
import { permit } from "./permission.ts";
import { recorded } from "./record.ts";
import { type Api, json, problems } from "./route.ts";
import { ConversationId } from "./schema.ts";

/** Entries of one page: with the words they speak of it stays below what one answer may hold (Lambda: 6 MB). */
const pageEntries = 200;

const DossierQuestion = z
  .object({
    after: z.int().min(0).default(0),
    to: z
      .int()
      .positive()
      .optional()
      .openapi({ description: "Of a further page: the version of the first one's head" }),
  })
  .openapi("DossierQuestion");

const DossierPage = Audit.Dossier.extend({
  next: z.number().optional().openapi({ description: "`after` of the next page; together they are one dossier" }),
}).openapi("Dossier");

const exportDossier = createRoute({
  method: "post",
  path: "/api/conversations/{id}/dossier",
  request: {
    params: ConversationId,
    body: { content: { "application/json": { schema: DossierQuestion } }, required: true },
  },
  responses: {
    200: json(
      "The log as it was hashed, with the redacted words that are kept; that it was exported stands in the entity's log",
      DossierPage,
    ),
    ...problems,
  },
});

export const addDossiers = (app: Api, runtime: Runtime): void => {
  const { now, store } = runtime;
  app.openapi(exportDossier, async (context) => {
    const caller = permit(context.get("caller"), "read-log");
    const conversationId = context.req.valid("param").id;
    const { after, to: until } = context.req.valid("json");
    const key = { entityId: caller.entityId, conversationId };
    const head = await store.readHead(key);
    if (head === undefined) throw new Fault("conversation.unknown");
    const version = Math.min(head.version, until ?? head.version);
    if (after >= version) throw new Fault("request.invalid");
    const to = Math.min(version, after + pageEntries);
    const read = async () => {
      const [entries, [last]] = await Promise.all([
        store.readLog(key, head, after + 1, to),
        store.readLog(key, head, version, version),
      ]);
      const bodies = await store.readBodies(key, messagesIn(entries));
      // A word that was changed meanwhile would not be the one the log up to here speaks of.
      if ((await store.readHead(key))?.version !== version) throw new Fault("conversation.busy");
      return { entries, last, bodies };
    };
    // Each page: whoever begins with the second has taken words away too.
    const exported = { type: "dossier-exported", conversationId, version, ...(after === 0 ? {} : { after }) } as const;
    const { bodies, entries, last } = await recorded(runtime, caller, exported, read);
    const page: z.infer<typeof DossierPage> = {
      format: "guichet-dossier/1",
      conversationId,
      exportedAt: now(),
      head: { version, hash: last === undefined ? Audit.genesis : Audit.hashEntry(last) },
      entries: [...entries],
      texts: [...bodies.values()]
        .filter((body) => body.removed !== true && Conversation.hasWords(head.state, body))
        .map(({ id, salt, text }) => ({ messageId: id, text, salt })),
      ...(to < version ? { next: to } : {}),
    };
    return context.json(page, 200);
  });
};

const messagesIn = (entries: readonly string[]): readonly string[] => [
  ...new Set(
    entries
      .flatMap((sealed) => Audit.openEntry<Conversation.ConversationEvent>(sealed).events)
      .flatMap((event) => ("digest" in event ? [event.messageId] : [])),
  ),
];
