import { createRoute, z } from "@hono/zod-openapi";
import * as Audit from "#core/audit";
import { Fault } from "#core/fault";
import type { Runtime } from "#functions/runtime";
import { permit } from "./permission.ts";
import { type Api, json, problems } from "./route.ts";
import { ConversationId, LogEntry } from "./schema.ts";

/** Entries of one page; checking its chain needs the entry before it too. */
export const pageEntries = 200;

export const LogQuery = z.object({ after: z.coerce.number().int().min(0).default(0) });
export const LogPage = z.object({
  entries: z.array(LogEntry),
  intact: z.boolean().openapi({ description: "Whether the page's chain of hashes holds" }),
  next: z.number().optional().openapi({ description: "`after` of the next page" }),
});

const readLog = createRoute({
  method: "get",
  path: "/api/conversations/{id}/log",
  request: { params: ConversationId, query: LogQuery },
  responses: {
    200: json("What happened, by whom and when, each entry with the hash of the one before", LogPage),
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
    const page = openPage({ sealed, before, after, hasMore: to < head.version });
    return context.json({ ...page, intact: page.intact && sealed.length === to - after }, 200);
  });
};

type Sealed = {
  readonly sealed: readonly string[];
  /** The entry before the page's first. */
  readonly before: string | undefined;
  readonly after: number;
  readonly hasMore: boolean;
};

export const openPage = ({ after, before, hasMore, sealed }: Sealed): z.infer<typeof LogPage> => ({
  entries: sealed.map(viewOf),
  intact: Audit.isIntact(sealed, before === undefined ? Audit.genesis : Audit.hashEntry(before), after + 1),
  ...(hasMore ? { next: after + sealed.length } : {}),
});

const viewOf = (sealed: string): z.infer<typeof LogEntry> => {
  const entry = Audit.openEntry<object>(sealed);
  return { ...entry, events: entry.events.map((event) => ({ ...event })), hash: Audit.hashEntry(sealed) };
};
