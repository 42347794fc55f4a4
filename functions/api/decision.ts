import { z } from "@hono/zod-openapi";
import * as Audit from "#core/audit";
import type * as Conversation from "#core/conversation";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";

const decisions = ["approved", "changed", "refused", "withdrawn"] as const;

const Decided = z.object({
  decision: z.enum(decisions).openapi({ description: "changed: in other words; withdrawn: by its writer" }),
  by: z.string().openapi({ description: "Agent's id" }),
  at: z.iso.datetime(),
});
export type Decided = z.infer<typeof Decided>;

export const Decision = z.object({ isWaiting: z.boolean(), decided: Decided.nullable() }).openapi("Decision");

/** So far back a decision is looked for: whoever comes second comes soon after. */
const readEntries = 200;

/** What became of a reply that waited, by the log; undefined where none did, or long ago. */
export const decisionOn = async (
  { store }: Pick<Runtime, "store">,
  key: Store.ConversationKey,
  head: Store.Head,
  messageId: string,
): Promise<Decided | undefined> => {
  const sealed = await store.readLog(key, head, Math.max(1, head.version - readEntries + 1), head.version);
  const entries = sealed.map((each) => Audit.openEntry<Conversation.ConversationEvent>(each));
  for (const { at, events } of entries) {
    // A change is told before the approval that came with it.
    for (const event of events) {
      const decision = named[event.type as keyof typeof named];
      if (decision === undefined || !("messageId" in event) || event.messageId !== messageId) continue;
      if ("agentId" in event && typeof event.agentId === "string") return { decision, by: event.agentId, at };
    }
  }
  return undefined;
};

const named = {
  "approval-changed": "changed",
  approved: "approved",
  "approval-refused": "refused",
  "approval-withdrawn": "withdrawn",
} as const satisfies Partial<Record<Conversation.ConversationEvent["type"], (typeof decisions)[number]>>;
