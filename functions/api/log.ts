import { createRoute, z } from "@hono/zod-openapi";
import * as Audit from "#core/audit";
import { Fault } from "#core/fault";
import type { Runtime } from "#functions/runtime";
import { LogEntry } from "./conversation-schema.ts";
import { permit } from "./permission.ts";
import { type Api, json, problems } from "./route.ts";
import { ConversationId } from "./schema.ts";

/** Entries of one page. */
const pageEntries = 200;

export const LogQuery = z.object({
  from: z.enum(["start", "end"]).default("start").openapi({ description: "Which end is read first" }),
  after: z.coerce.number().int().min(0).default(0).openapi({ description: "From the start: versions above" }),
  before: z.coerce.number().int().min(1).optional().openapi({ description: "From the end: versions below" }),
});
export const LogPage = z.object({
  entries: z.array(LogEntry).openapi({ description: "In the order in which they were written" }),
  intact: z.boolean().openapi({ description: "Whether the page's chain of hashes holds" }),
  next: z.number().optional().openapi({ description: "From the start: `after` of the next page" }),
  previous: z.number().optional().openapi({ description: "From the end: `before` of the page before" }),
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
    const read = ({ from, to }: Range) => store.readLog(key, head, from, to);
    return context.json(await readPage(context.req.valid("query"), head.version, read), 200);
  });
};

/** Versions, both included. */
type Range = { readonly from: number; readonly to: number };

/**
 * A page of a log that ends with version `last`, and whether it holds: every entry is there and names the hash of the one
 * before. Beyond the log's end there is nothing, and nothing is wrong.
 */
export const readPage = async (
  query: z.infer<typeof LogQuery>,
  last: number,
  read: (range: Range) => Promise<readonly string[]>,
): Promise<z.infer<typeof LogPage>> => {
  const { from, to } = rangeOf(query, last);
  // The hash that the first entry of the page has to name is of the entry before it.
  const [before, sealed] = await Promise.all([
    from === 1 ? [] : read({ from: from - 1, to: from - 1 }),
    read({ from, to }),
  ]);
  const previous = from === 1 ? Audit.genesis : Audit.hashEntry(before[0] ?? "");
  return {
    entries: sealed.map(viewOf),
    intact: sealed.length === to - from + 1 && Audit.isIntact(sealed, previous, from),
    ...(query.from === "start" && to < last ? { next: to } : {}),
    ...(query.from === "end" && from > 1 ? { previous: from } : {}),
  };
};

const rangeOf = ({ after, before, from }: z.infer<typeof LogQuery>, last: number): Range => {
  if (from === "end") {
    const to = Math.min(last, (before ?? last + 1) - 1);
    return { from: Math.max(1, to - pageEntries + 1), to };
  }
  const start = Math.min(after, last);
  return { from: start + 1, to: Math.min(last, start + pageEntries) };
};

const viewOf = (sealed: string): z.infer<typeof LogEntry> => {
  const entry = Audit.openEntry<object>(sealed);
  return { ...entry, events: entry.events.map((event) => ({ ...event })), hash: Audit.hashEntry(sealed) };
};
