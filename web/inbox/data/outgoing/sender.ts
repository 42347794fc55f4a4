import { createStore, produce } from "solid-js/store";
import type { Api } from "../api.ts";
import { ApiFault, mayRetry } from "../api-fault.ts";
import type { Message } from "../api-types.ts";
import { type Outgoing, retryAfterMs } from "./model.ts";

export type Sender = ReturnType<typeof createSender>;

/** Sends replies and notes, those of one conversation in the order they were written, across page changes. */
export const createSender = (api: Api, onAccepted: (conversationId: string, message: Message) => void) => {
  const [waiting, setWaiting] = createStore<Record<string, Outgoing[]>>({});
  const lines = new Map<string, Promise<void>>();
  const wakers = new Set<() => void>();
  const wake = () => {
    for (const waker of wakers) waker();
  };
  addEventListener("online", wake);

  const change = (id: string, key: string, changes: Partial<Outgoing>) =>
    setWaiting(id, (one) => one.key === key, changes);
  const forget = (id: string, key: string) =>
    setWaiting(
      produce((all) => {
        all[id] = (all[id] ?? []).filter((one) => one.key !== key);
      }),
    );
  const post = (id: string, { kind, key, text }: Outgoing) =>
    kind === "reply" ? api.reply(id, key, text) : api.note(id, key, text);

  const attempt = async (id: string, outgoing: Outgoing): Promise<void> => {
    for (let attempts = 0; ; attempts += 1) {
      try {
        const message = await post(id, outgoing);
        forget(id, outgoing.key);
        onAccepted(id, message);
        return;
      } catch (fault) {
        const waitMs = mayRetry(fault) ? retryAfterMs(attempts) : undefined;
        if (waitMs === undefined) return change(id, outgoing.key, endOf(fault));
        change(id, outgoing.key, { state: "retrying" });
        await pause(waitMs, wakers);
      }
    }
  };
  const enqueue = (id: string, outgoing: Outgoing) => {
    const line = (lines.get(id) ?? Promise.resolve()).then(() => attempt(id, outgoing));
    lines.set(id, line);
  };

  return {
    waiting: (id: string): Outgoing[] => waiting[id] ?? [],
    isBusy: (): boolean => Object.values(waiting).some((line) => line.some(({ state }) => state !== "refused")),
    wake,
    send: (id: string, kind: Outgoing["kind"], text: string) => {
      const writtenAt = new Date().toISOString();
      const outgoing: Outgoing = { key: crypto.randomUUID(), kind, text, writtenAt, state: "sending" };
      setWaiting(id, [...(waiting[id] ?? []), outgoing]);
      enqueue(id, { ...outgoing });
    },
    retry: (id: string, key: string) => {
      const outgoing = waiting[id]?.find((one) => one.key === key);
      if (!outgoing) return;
      change(id, key, { state: "sending" });
      enqueue(id, { ...outgoing });
    },
    discard: forget,
  };
};

const endOf = (fault: unknown): Partial<Outgoing> => {
  if (mayRetry(fault) || !(fault instanceof ApiFault)) return { state: "waiting" };
  const reason = fault.problem?.detail;
  return { state: "refused", ...(reason ? { reason } : {}) };
};

/** Ends early when the connection is back. */
const pause = (ms: number, wakers: Set<() => void>): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      wakers.delete(done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    wakers.add(done);
  });
