import { createStore, produce } from "solid-js/store";
import type { Api } from "../api.ts";
import { ApiFault, mayRetry } from "../api-fault.ts";
import type { Message } from "../api-types.ts";
import { type Outgoing, retryAfterMs, type Sending } from "./model.ts";

export type Sender = ReturnType<typeof createSender>;

/** Sends replies and notes, those of one conversation in the order they were written, across page changes. */
export const createSender = (
  api: Pick<Api, "reply" | "note">,
  onAccepted: (conversationId: string, message: Message, sent: Outgoing) => void,
) => {
  const [waiting, setWaiting] = createStore<Record<string, Outgoing[]>>({});
  const lines = new Map<string, Promise<Outcome>>();

  const change = (id: string, key: string, changes: Partial<Outgoing>) =>
    setWaiting(id, (one) => one.key === key, changes);
  const forget = (id: string, key: string) =>
    setWaiting(
      produce((all) => {
        all[id] = (all[id] ?? []).filter((one) => one.key !== key);
      }),
    );
  const post = (id: string, { inboundSeen, key, kind, mentions, privatelyTo, text, with: more }: Outgoing) =>
    kind === "note"
      ? api.note(id, key, { text, ...(mentions?.length ? { mentions } : {}) })
      : api.reply(id, key, { ...more, text, inboundSeen, undo: true, ...(privatelyTo ? { privatelyTo } : {}) });

  const attempt = async (id: string, outgoing: Outgoing): Promise<Outcome> => {
    const startedAt = Date.now();
    for (let attempts = 0; ; attempts += 1) {
      const posted = await post(id, outgoing).then(
        (message) => ({ message }),
        (fault: unknown) => ({ fault }),
      );
      if ("message" in posted) {
        forget(id, outgoing.key);
        onAccepted(id, posted.message, outgoing);
        return "done";
      }
      const waitMs = mayRetry(posted.fault) ? retryAfterMs(attempts, Date.now() - startedAt) : undefined;
      if (waitMs === undefined) {
        const end = endOf(posted.fault);
        change(id, outgoing.key, end);
        return end.state === "waiting" ? "stuck" : "done";
      }
      change(id, outgoing.key, { state: "retrying" });
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  };
  const enqueue = (id: string, outgoing: Outgoing) => {
    const before = lines.get(id) ?? Promise.resolve<Outcome>("done");
    const line = before.then((outcome) => {
      if (outcome === "done") return attempt(id, outgoing);
      // What was written before it has not left: overtaking it would change what was meant.
      change(id, outgoing.key, { state: "waiting" });
      return outcome;
    });
    lines.set(id, line);
  };

  return {
    waiting: (id: string): Outgoing[] => waiting[id] ?? [],
    isBusy: (): boolean => Object.values(waiting).some((line) => line.some(({ state }) => state !== "refused")),
    send: (id: string, sending: Sending) => {
      const writtenAt = new Date().toISOString();
      const outgoing: Outgoing = { ...sending, key: crypto.randomUUID(), writtenAt, state: "sending" };
      setWaiting(id, [...(waiting[id] ?? []), outgoing]);
      enqueue(id, { ...outgoing });
    },
    /** Everything of a conversation that waits, in its order, each with the key it had. */
    retry: (id: string) => {
      lines.delete(id);
      for (const outgoing of (waiting[id] ?? []).filter(({ state }) => state === "waiting")) {
        change(id, outgoing.key, { state: "sending" });
        enqueue(id, { ...outgoing });
      }
    },
    /** Given up, or taken back to be written anew. What was held up behind it alone is held up no more. */
    discard: (id: string, key: string) => {
      forget(id, key);
      if ((waiting[id] ?? []).every(({ state }) => state === "refused")) lines.delete(id);
    },
  };
};

/** `stuck`: no answer came and the agent decides; what follows in the line waits too. */
type Outcome = "done" | "stuck";

const endOf = (fault: unknown): Pick<Outgoing, "state" | "reason"> => {
  if (mayRetry(fault) || !(fault instanceof ApiFault)) return { state: "waiting" };
  const reason = fault.problem?.detail;
  return { state: "refused", ...(reason ? { reason } : {}) };
};
