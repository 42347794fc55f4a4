import * as Conversation from "#core/conversation";
import * as Routing from "#core/routing";
import type * as Store from "#core/store";

type Team = { readonly entityId: string; readonly teamId: string };
type Place = { readonly now: string; readonly picksSoFar: number };

/** Cards that are read of a stretch at a time. */
const cardsPerRead = 50;

/**
 * What waits in a team, one by one in the order of routing, read as far as it is asked for. What cannot wait, what is late
 * and what can be saved lie apart in the team's line, so that each is at hand however many there are of the others.
 */
export async function* inLine(
  { listWaiting }: Pick<Store.Store, "listWaiting">,
  team: Team,
  { now, picksSoFar }: Place,
): AsyncGenerator<Conversation.Card> {
  const lostUntil = Routing.lostUntil(now);
  const stretches: Stretch[] = [
    { until: Conversation.urgentUntil },
    { after: Conversation.urgentUntil, until: lostUntil },
    { after: lostUntil },
  ].map((span) => ({ span, cards: [], isRead: false }));
  for (let taken = 0; ; taken += 1) {
    await Promise.all(stretches.map((stretch) => readOn(listWaiting, team, stretch)));
    const cards = stretches.flatMap((stretch) => stretch.cards);
    const [first] = Routing.orderWaiting(cards.map(waitingOf), now, picksSoFar + taken);
    const next = cards.find(({ id }) => id === first?.conversationId);
    if (next === undefined) return;
    for (const stretch of stretches) stretch.cards = stretch.cards.filter((card) => card !== next);
    yield next;
  }
}

type Stretch = {
  readonly span: Store.Stretch;
  cards: readonly Conversation.Card[];
  cursor?: string;
  isRead: boolean;
};

/** The next page of a stretch of which none is left. */
const readOn = async (listWaiting: Store.Store["listWaiting"], team: Team, stretch: Stretch): Promise<void> => {
  while (stretch.cards.length === 0 && !stretch.isRead) {
    const { cursor } = stretch;
    const page = await listWaiting(team, stretch.span, {
      limit: cardsPerRead,
      ...(cursor === undefined ? {} : { cursor }),
    });
    stretch.cards = page.cards;
    stretch.isRead = page.cursor === undefined;
    if (page.cursor !== undefined) stretch.cursor = page.cursor;
  }
};

export const waitingOf = (card: Conversation.Card): Routing.Waiting => ({
  conversationId: card.id,
  ...(card.dueAt === null ? {} : { dueAt: card.dueAt }),
  waitingSince: card.lastInboundAt ?? card.openedAt,
  urgent: card.priority === "urgent" || card.exposedAt !== null,
  breached: card.breached,
  ...(card.language === null ? {} : { language: card.language }),
  ...(card.topic === null ? {} : { topic: card.topic }),
  ...(card.lastAgentId === null ? {} : { lastAgentId: card.lastAgentId }),
  channel: card.channel,
});
