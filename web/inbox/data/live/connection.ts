import type { Ticket } from "../api-types.ts";
import { parseFrame, reconnectWaitMs, step } from "./model.ts";

/** The page's sign of life; the server counts the agent present while it comes. */
const PING_EVERY_MS = 20_000;
/** No frame for this long: the line is dead even if the browser has not noticed. */
const SILENCE_MS = 50_000;
const TOKEN_EXPIRED = 4401;

export type LiveState = "connecting" | "online" | "offline";

export type LiveOptions = {
  ticket: () => Promise<Ticket>;
  /** The server closed because the token ended: get a new one before the next ticket. */
  renew: () => Promise<boolean>;
  onChanged: (ids: string[]) => void;
  /** Frames were missed, or may have been: read everything shown again. */
  onGap: () => void;
  onState: (state: LiveState) => void;
};

/** Keeps one WebSocket open until stopped. Returns how to stop. */
export const connectLive = (options: LiveOptions): (() => void) => {
  let stopped = false;
  let attempt = 0;
  let socket: WebSocket | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const open = async () => {
    clearTimeout(waiting);
    try {
      const ticket = await options.ticket();
      if (stopped) return;
      const url = `${ticket.url}?ticket=${encodeURIComponent(ticket.ticket)}`;
      socket = listen(url, options, { onOpen: () => (attempt = 0), onClose: (code) => void closed(code) });
    } catch {
      // No ticket: the API cannot be reached or the session is over. Both are asked again, ever more slowly.
      again();
    }
  };
  const closed = async (code: number) => {
    if (code === TOKEN_EXPIRED) await options.renew();
    again();
  };
  const again = () => {
    socket = undefined;
    if (stopped) return;
    options.onState("offline");
    clearTimeout(waiting);
    waiting = setTimeout(() => void open(), reconnectWaitMs(attempt, Math.random()));
    attempt += 1;
  };
  const backOnline = () => {
    if (!socket) void open();
  };

  addEventListener("online", backOnline);
  void open();
  return () => {
    stopped = true;
    removeEventListener("online", backOnline);
    clearTimeout(waiting);
    socket?.close();
  };
};

type Ends = { onOpen: () => void; onClose: (code: number) => void };

const listen = (url: string, { onChanged, onGap, onState }: LiveOptions, { onOpen, onClose }: Ends): WebSocket => {
  const socket = new WebSocket(url);
  let last: number | undefined;
  let heardAt = Date.now();
  let ended = false;
  const end = (code: number) => {
    if (ended) return;
    ended = true;
    clearInterval(pinging);
    removeEventListener("offline", lost);
    socket.close();
    onClose(code);
  };
  const lost = () => end(1006);
  const pinging = setInterval(() => {
    if (Date.now() - heardAt > SILENCE_MS) return lost();
    if (socket.readyState === WebSocket.OPEN) socket.send('{"type":"ping"}');
  }, PING_EVERY_MS);

  addEventListener("offline", lost);
  socket.onopen = () => {
    heardAt = Date.now();
    onOpen();
    onState("online");
    // What changed before this line stood was told to nobody.
    onGap();
  };
  socket.onclose = (event) => end(event.code);
  socket.onmessage = (event) => {
    heardAt = Date.now();
    const frame = parseFrame(String(event.data));
    if (!frame) return;
    const next = step(last, frame);
    last = next.seq;
    if (next.gap) onGap();
    else if (next.changed.length > 0) onChanged(next.changed);
  };
  return socket;
};
