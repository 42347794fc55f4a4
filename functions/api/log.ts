import { createRoute, z } from "@hono/zod-openapi";
import * as Audit from "#core/audit";
import type * as Conversation from "#core/conversation";
import { Fault } from "#core/fault";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";
import { permit } from "./permission.ts";
import { type Api, json, problems } from "./route.ts";
import { ConversationId, LogEntry } from "./schema.ts";

/** Entries of one page; checking its chain needs the entry before it too. */
const pageEntries = 200;

const readLog = createRoute({
  method: "get",
  path: "/api/conversations/{id}/log",
  request: { params: ConversationId, query: z.object({ after: z.coerce.number().int().min(0).default(0) }) },
  responses: {
    200: json(
      "What happened, by whom and when, each entry with the hash of the one before",
      z.object({
        entries: z.array(LogEntry),
        intact: z.boolean().openapi({ description: "Whether the page's chain of hashes holds" }),
        next: z.number().optional().openapi({ description: "`after` of the next page" }),
      }),
    ),
    ...problems,
  },
});

export const addLog = (app: Api, { store }: Runtime): void => {
  app.openapi(readLog, async (context) => {
    const { entityId } = permit(context.get("caller"), "read-log");
    const key = { entityId, conversationId: context.req.valid("param").id };
    const head = await store.readHead(key);
    if (head === undefined) throw new Fault("conversation.unknown");
    // Beyond its end there is nothing, and nothing is wrong.
    const after = Math.min(context.req.valid("query").after, head.version);
    const to = Math.min(head.version, after + pageEntries);
    const before = after === 0 ? undefined : (await store.readLog(key, head, after, after))[0];
    const sealed = await store.readLog(key, head, after + 1, to);
    const previous = before === undefined ? Audit.genesis : Audit.hashEntry(before);
    return context.json(
      {
        entries: sealed.map(viewOf),
        intact: Audit.isIntact(sealed, previous, after + 1) && sealed.length === to - after,
        ...(to < head.version ? { next: to } : {}),
      },
      200,
    );
  });
};

const viewOf = (sealed: string): z.infer<typeof LogEntry> => {
  const entry: Store.Entry = Audit.openEntry<Conversation.ConversationEvent>(sealed);
  return { ...entry, events: [...entry.events], hash: Audit.hashEntry(sealed) };
};
