import * as z from "zod";
import type { Runtime } from "#functions/runtime";
import { takeMissed } from "../gap.ts";
import type { Home } from "../look.ts";
import { isBefore, isWithin, type Span } from "../span.ts";
import type { List } from "../walk.ts";

const Message = z.looseObject({ id: z.string(), created_at: z.string() });
const Messages = z.object({
  data: z.array(z.unknown()).optional(),
  includes: z.object({ users: z.unknown().optional() }).optional(),
  meta: z.object({ next_token: z.string().optional() }).optional(),
});

const fields = new URLSearchParams({
  event_types: "MessageCreate",
  "dm_event.fields": "attachments,created_at,dm_conversation_id,event_type,id,participant_ids,sender_id,text",
  expansions: "sender_id",
  "user.fields": "name,username",
  max_results: "100",
});

/** The private messages of all conversations, newest first, of up to 30 days. Source: docs.x.com, x-api/direct-messages/lookup. */
export const listMessages = (runtime: Runtime, home: Home, span: Span): List => ({
  pathOf: (start) =>
    `/2/dm_events?${fields}${start === undefined ? "" : `&pagination_token=${encodeURIComponent(start)}`}`,
  take: async (body) => {
    const listed = Messages.safeParse(body).data;
    if (listed === undefined) return undefined;
    const messages = (listed.data ?? []).map((message) => Message.safeParse(message).data);
    const found = messages.filter((message) => message !== undefined && isWithin(message.created_at, span));
    const payload = { direct_message_events: found, users: listed.includes?.users };
    const data = { event_type: "dm.received", filter: { user_id: home.account.accountId }, payload };
    return {
      missed: found.length === 0 ? 0 : await takeMissed(runtime, home, { data }),
      unreadable: messages.filter((message) => message === undefined).length,
      next: isBefore(messages.at(-1)?.created_at, span) ? undefined : listed.meta?.next_token,
    };
  },
});
