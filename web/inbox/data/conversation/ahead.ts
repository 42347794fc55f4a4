import type { Api } from "../api.ts";
import type { Conversation } from "../api-types.ts";
import type { Changes } from "../changes.ts";

/** Who pressed on a conversation and did not come to it does not find it as it was then. */
const KEPT_MS = 1_000;

type Asked = { id: string; at: number; reading: Promise<Conversation> };

/**
 * A conversation is asked for as it is pressed on, before the page has drawn where it will stand: by a mouse when its
 * button goes down, a tenth of a second before it comes up. What is read is given out once, and not when the conversation
 * has changed meanwhile.
 */
export const createAhead = (api: Pick<Api, "conversation">, changes: Pick<Changes, "listen">) => {
  let asked: Asked | undefined;
  const forget = () => {
    asked = undefined;
  };
  changes.listen({
    touched: (ids) => asked && ids.includes(asked.id) && forget(),
    everything: forget,
  });
  const isAsked = (id: string) => asked?.id === id && performance.now() - asked.at < KEPT_MS;
  return {
    readAhead: (id: string): void => {
      if (isAsked(id)) return;
      const reading = api.conversation(id);
      // Who takes it hears of its failure; nobody may take it.
      reading.catch(() => undefined);
      asked = { id, at: performance.now(), reading };
    },
    takeAhead: (id: string): Promise<Conversation> | undefined => {
      const taken = isAsked(id) ? asked?.reading : undefined;
      forget();
      return taken;
    },
  };
};
