import type { Attention, Ticket } from "../api-types.ts";
import { type Line, listen } from "./listen.ts";
import { type Asked, reconnectWaitMs } from "./model.ts";

const TOKEN_EXPIRED = 4401;

export type LiveState = "connecting" | "online" | "offline";

export type LiveOptions = {
  ticket: () => Promise<Ticket>;
  /** The server closed because the token ended: get a new one before the next ticket. */
  renew: () => Promise<unknown>;
  onChanged: (ids: string[]) => void;
  onAsked: (what: Asked) => void;
  /** Frames were missed, or may have been: read everything shown again. */
  onGap: () => void;
  onState: (state: LiveState) => void;
  onAttention: (attention: Attention) => void;
  showing: () => string;
};

/** Keeps one WebSocket open until stopped. `say` tells at once what the page shows. */
export const connectLive = (options: LiveOptions): { stop: () => void; say: () => void } => {
  let stopped = false;
  let attempt = 0;
  let line: Line | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const open = async () => {
    clearTimeout(waiting);
    waiting = undefined;
    try {
      const ticket = await options.ticket();
      if (stopped) return;
      const url = `${ticket.url}?ticket=${encodeURIComponent(ticket.ticket)}`;
      line = listen(url, { ...options, onOpen, onClose: (code) => void closed(code) });
    } catch {
      // No ticket: the API cannot be reached or the session is over. Both are asked again, ever more slowly.
      again();
    }
  };
  const onOpen = () => {
    attempt = 0;
    options.onState("online");
  };
  const closed = async (code: number) => {
    line = undefined;
    if (code === TOKEN_EXPIRED) await options.renew();
    again();
  };
  const again = () => {
    if (stopped) return;
    options.onState("offline");
    waiting = setTimeout(() => void open(), reconnectWaitMs(attempt, Math.random()));
    attempt += 1;
  };
  const backOnline = () => {
    if (waiting !== undefined) void open();
  };

  addEventListener("online", backOnline);
  void open();
  const stop = () => {
    stopped = true;
    removeEventListener("online", backOnline);
    clearTimeout(waiting);
    line?.hangUp();
  };
  return { stop, say: () => line?.ping() };
};
