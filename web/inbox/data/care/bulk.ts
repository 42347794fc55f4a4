import type { Api } from "../api.ts";
import { faultKind } from "../api-fault.ts";
import type { Card, Instant, NoAnswerReason, Outcome } from "../api-types.ts";

/** What can be done with many conversations at once; each is a command of its own. */
export type BulkWork =
  | { does: "assign"; agentId: string | null }
  | { does: "tag"; tagId: string }
  | { does: "snooze"; until: Instant | undefined }
  | { does: "close"; outcome: Outcome; reason?: NoAnswerReason };

export type Progress = { done: number; total: number; refused: readonly Refused[]; isOver: boolean };
export type Refused = { id: string; fault: unknown };

/** Commands under way at the same time: the page stays quick, and the API is not flooded. */
const AT_ONCE = 4;

/** Does it to each, tells how far it is, and goes on past those that are refused. Ended early where the session is over. */
export const doInBulk = async (
  api: Api,
  cards: readonly Card[],
  work: BulkWork,
  tell: (progress: Progress) => void,
): Promise<void> => {
  const refused: Refused[] = [];
  const waiting = [...cards];
  let done = 0;
  const report = (isOver: boolean) => tell({ done, total: cards.length, refused: [...refused], isOver });
  const run = async (): Promise<void> => {
    for (let card = waiting.shift(); card !== undefined; card = waiting.shift()) {
      try {
        await doOne(api, card, work);
      } catch (fault) {
        refused.push({ id: card.id, fault });
        if (faultKind(fault) === "expired") waiting.length = 0;
      }
      done += 1;
      report(false);
    }
  };
  report(false);
  await Promise.all(Array.from({ length: AT_ONCE }, run));
  report(true);
};

const doOne = (api: Api, { id, inboundCount }: Card, work: BulkWork): Promise<Card> => {
  const key = crypto.randomUUID();
  switch (work.does) {
    case "assign":
      return api.assign(id, key, work.agentId);
    case "tag":
      return api.tag(id, key, work.tagId);
    case "snooze":
      return api.snooze(id, key, work.until);
    case "close": {
      const { outcome, reason } = work;
      return api.close(id, key, { outcome, ...(reason ? { reason } : {}), inboundSeen: inboundCount });
    }
  }
};
