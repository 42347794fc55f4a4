import type { Attention } from "../api-types.ts";
import { type Asked, nothingHeard, parseFrame, step } from "./model.ts";

/** The page's sign of life; the server counts the agent present while it comes, and answers with a heartbeat. */
const PING_EVERY_MS = 20_000;
/** A ping unanswered this long means a dead line, even where the browser has not noticed. */
const ANSWER_WITHIN_MS = 8_000;
/** A suspected gap is asked about after this. */
const ASK_AGAIN_MS = 400;
const ABNORMAL = 1006;

type Ears = {
  onOpen: () => void;
  onClose: (code: number) => void;
  onChanged: (ids: string[]) => void;
  onAsked: (what: Asked) => void;
  onGap: () => void;
  onAttention: (attention: Attention) => void;
  /** What the page shows, said with every ping. */
  showing: () => string;
};

export type Line = { hangUp: () => void; ping: () => void };

/** One WebSocket from opening to close. */
export const listen = (url: string, ears: Ears): Line => {
  const { onAsked, onAttention, onChanged, onClose, onGap, onOpen, showing } = ears;
  const socket = new WebSocket(url);
  let heard = nothingHeard;
  let ended = false;
  let deadline: ReturnType<typeof setTimeout> | undefined;
  let asking: ReturnType<typeof setTimeout> | undefined;

  const end = (code: number) => {
    if (ended) return;
    ended = true;
    clearInterval(pinging);
    clearTimeout(deadline);
    clearTimeout(asking);
    removeEventListener("offline", lost);
    socket.close();
    onClose(code);
  };
  const lost = () => end(ABNORMAL);
  const ping = () => {
    if (socket.readyState !== WebSocket.OPEN) return;
    socket.send(showing());
    deadline ??= setTimeout(lost, ANSWER_WITHIN_MS);
  };
  const pinging = setInterval(ping, PING_EVERY_MS);

  addEventListener("offline", lost);
  socket.onopen = () => {
    onOpen();
    ping();
    // What changed before this line stood was told to nobody.
    onGap();
  };
  socket.onclose = (event) => end(event.code);
  socket.onmessage = (event) => {
    clearTimeout(deadline);
    deadline = undefined;
    const frame = parseFrame(String(event.data));
    if (!frame) return;
    if (frame.type === "attention") return onAttention(frame);
    const next = step(heard, frame);
    heard = next.heard;
    clearTimeout(asking);
    if (heard.suspected !== undefined) asking = setTimeout(ping, ASK_AGAIN_MS);
    if (next.gap) return onGap();
    if (next.changed.length > 0) onChanged(next.changed);
    for (const what of next.asked) onAsked(what);
  };
  return { hangUp: () => end(1000), ping };
};
