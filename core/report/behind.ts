import type * as Sla from "#core/sla";
import type { Fact } from "./fact.ts";

/** What the reports know of one conversation, of a day or of several. */
export type Told = { readonly conversationId: string; readonly facts: readonly Fact[] };

/** A conversation behind a figure: when it last was counted there, and how often. */
export type Behind = { readonly conversationId: string; readonly at: Sla.Instant; readonly times: number };

/** The conversations that a figure counts, each once, the newest happening first; two are never alike in that order. */
export const behind = (told: Iterable<Told>, isCounted: (fact: Fact) => boolean): readonly Behind[] => {
  const found = new Map<string, Behind>();
  for (const { conversationId, facts } of told) {
    for (const fact of facts) {
      if (!isCounted(fact)) continue;
      const { at, times } = found.get(conversationId) ?? { at: fact.at, times: 0 };
      found.set(conversationId, { conversationId, at: later(at, fact.at), times: times + 1 });
    }
  }
  return [...found.values()].toSorted(byNewest);
};

const later = (left: Sla.Instant, right: Sla.Instant): Sla.Instant => (left < right ? right : left);

/** Newest first; of two at one instant the greater id. */
export const byNewest = (left: Omit<Behind, "times">, right: Omit<Behind, "times">): number =>
  order(right.at, left.at) || order(right.conversationId, left.conversationId);

const order = (left: string, right: string): number => (left === right ? 0 : left < right ? -1 : 1);
