import type { Api } from "../api.ts";
import type { Card, Instant, NoAnswerReason, Place, Priority } from "../api-types.ts";

type Act = (expected: Partial<Card>, command: (key: string) => Promise<Card>) => Promise<void>;

type Acting = {
  act: Act;
  card: () => Card | undefined;
  /** Puts a template, filled, behind what is being written. */
  write: (template: { id: string; text: string }) => void;
};

/** What keeps the open conversation in order; each shows the expected card at once, then the API's. */
export const createCareActions = (api: Api, id: string, { act, card, write }: Acting) => ({
  snooze: (until: Instant | undefined) =>
    act({ snoozed: until === undefined ? {} : { until } }, (key) => api.snooze(id, key, until)),
  wake: () => act({ snoozed: null }, (key) => api.wake(id, key)),
  prioritise: (priority: Priority | null) =>
    act(priority === null ? {} : { priority, priorityByHand: true }, () => api.prioritise(id, priority)),
  followUp: (at: Instant | null) => act({ followUpAt: at }, (key) => api.followUp(id, key, at)),
  move: (teamId: string) => act({ teamId, assignee: null }, (key) => api.move(id, key, teamId)),
  direct: ({ id: placeId, teamId }: Place) =>
    act({ placeId, teamId, ...(card()?.teamId === teamId ? {} : { assignee: null }) }, (key) =>
      api.direct(id, key, placeId),
    ),
  tag: (tagId: string) => act({ tags: [...(card()?.tags ?? []), tagId] }, (key) => api.tag(id, key, tagId)),
  untag: (tagId: string) =>
    act({ tags: (card()?.tags ?? []).filter((each) => each !== tagId) }, (key) => api.untag(id, key, tagId)),
  /** What is read here from now on: the other's thread as well. */
  merge: ({ id: otherId, inboundCount }: Card) =>
    act({}, (key) => api.merge(otherId, key, { intoId: id, inboundSeen: inboundCount })),
  /** A part is read in its thread again. */
  mergeBack: (threadId: string) =>
    act({}, async (key) => {
      const thread = await api.merge(id, key, { intoId: threadId, inboundSeen: card()?.inboundCount ?? 0 });
      return (await api.cards([id])).items[0] ?? thread;
    }),
  /** This one, where it was merged away, or one that was merged into it. */
  separate: (otherId = id) =>
    act({}, async (key) => {
      const apart = await api.separate(otherId, key);
      return otherId === id ? apart : ((await api.cards([id])).items[0] ?? apart);
    }),
  review: (verdict: "confirmed" | "rejected") => act({ underReview: false }, (key) => api.review(id, key, verdict)),
  closeWithout: (reason: NoAnswerReason) =>
    act({ status: "closed" }, (key) =>
      api.close(id, key, { outcome: "no-answer-needed", reason, inboundSeen: card()?.inboundCount ?? 0 }),
    ),
  runMacro: (macroId: string) =>
    act({}, async (key) => {
      const done = await api.runMacro(id, key, { macroId, inboundSeen: card()?.inboundCount ?? 0 });
      if (done.template) write(done.template);
      return done.card;
    }),
});
