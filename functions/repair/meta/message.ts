import * as z from "zod";
import type { Runtime } from "#functions/runtime";
import { takeMissed } from "../gap.ts";
import type { Home } from "../look.ts";
import { isBefore, isWithin, type Span } from "../span.ts";
import type { List, Page } from "../walk.ts";
import { Paging, pageAfter } from "./paging.ts";

const Person = z.object({ id: z.string() });
const Message = z.object({
  id: z.string(),
  created_time: z.string(),
  from: Person,
  to: z.object({ data: z.array(Person).min(1) }),
  message: z.string().optional(),
});
type Message = z.infer<typeof Message>;

const Conversation = z.object({
  updated_time: z.string().optional(),
  messages: z.object({ data: z.array(z.unknown()), paging: Paging }).optional(),
});
const Conversations = z.object({ data: z.array(z.unknown()), paging: Paging });

/**
 * Conversations come by their newest message. The 20 latest messages of each can be read, and no more. Source: messenger-platform/conversations.
 */
export const listConversations = (runtime: Runtime, home: Home, span: Span): List => {
  const { accountId, platform } = home.account;
  const query = new URLSearchParams({
    platform: platform === "instagram" ? "instagram" : "messenger",
    fields: "updated_time,messages.limit(20){id,created_time,from,to,message}",
    limit: "50",
  });
  return {
    pathOf: (start) =>
      `/${accountId}/conversations?${query}${start === undefined ? "" : `&after=${encodeURIComponent(start)}`}`,
    take: async (body) => {
      const listed = Conversations.safeParse(body).data;
      if (listed === undefined) return undefined;
      const conversations = listed.data.map((each) => Conversation.safeParse(each).data);
      const messages = conversations.flatMap((each) => each?.messages?.data ?? []).map(readMessage);
      const last = conversations.at(-1)?.updated_time;
      return {
        missed: await take(
          runtime,
          home,
          messages.filter(isMessage).filter(({ created_time }) => isWithin(created_time, span)),
        ),
        unreadable: [...conversations, ...messages].filter((each) => each === undefined).length,
        isCut: conversations.some((each) => isCut(each, span)),
        next: isBefore(last, span) ? undefined : pageAfter(listed.paging),
      };
    },
  };
};

const readMessage = (message: unknown): Message | undefined => Message.safeParse(message).data;
const isMessage = (message: Message | undefined): message is Message => message !== undefined;

/** Everything that can be read of it was written in the time that is looked at, and there is more. */
const isCut = (conversation: z.infer<typeof Conversation> | undefined, span: Span): Page["isCut"] => {
  const { data = [], paging } = conversation?.messages ?? {};
  const oldest = readMessage(data.at(-1))?.created_time;
  return pageAfter(paging) !== undefined && oldest !== undefined && !isBefore(oldest, span);
};

const take = (runtime: Runtime, home: Home, messages: readonly Message[]): Promise<number> => {
  const { accountId, platform } = home.account;
  const messaging = messages.map((message) => asMessaging(message, accountId));
  const object = platform === "instagram" ? "instagram" : "page";
  const entry = [{ id: accountId, time: Date.parse(runtime.now()), messaging }];
  return takeMissed(runtime, home, { object, entry });
};

const asMessaging = ({ created_time, from, id, message, to }: Message, accountId: string) => ({
  sender: { id: from.id },
  recipient: { id: to.data[0]?.id },
  timestamp: Date.parse(created_time),
  message: {
    mid: id,
    ...(message === undefined || message === "" ? { is_unsupported: true } : { text: message }),
    ...(from.id === accountId ? { is_echo: true } : {}),
  },
});
