import type * as Audit from "#core/audit";
import type * as Conversation from "#core/conversation";
import type * as Sla from "#core/sla";
import type { Fact } from "./fact.ts";
import type { Story } from "./story.ts";

export type Entry = Audit.Entry<Conversation.ConversationEvent>;
export type Of<Type extends Conversation.ConversationEvent["type"]> = Extract<
  Conversation.ConversationEvent,
  { type: Type }
>;

/** A fact before its place is known. */
export type Bare = Fact extends infer Each
  ? Each extends Fact
    ? Omit<Each, "teamId" | "channel" | "topic">
    : never
  : never;

/** The story after an event, and what the event adds to the reports. */
export type Step = { readonly story: Story; readonly facts: readonly Bare[] };

/** When an entry's events happened, and on which calendar time is counted. */
export type Moment = { readonly entry: Entry; readonly at: Sla.Instant; readonly calendar: Sla.Calendar };

export const quiet = (story: Story): Step => ({ story, facts: [] });

export const secondsBetween = (from: Sla.Instant, to: Sla.Instant): number =>
  Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000);
