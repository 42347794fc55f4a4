import { createMemo } from "solid-js";
import type { Channel } from "../data/api-types.ts";
import { words } from "../language/index.ts";
import { sign } from "./icon.tsx";

/** A channel's mark: our own drawing, with its name for screen readers and on hover. */
export const ChannelGlyph = (props: { channel: Channel }) => {
  const channel = createMemo(() => props.channel);
  return (
    <span
      class="channel-glyph"
      data-family={familyOf(channel())}
      role="img"
      aria-label={words().channel[channel()]}
      title={words().channel[channel()]}
    >
      {drawings[familyOf(channel())]()}
    </span>
  );
};

type Family = "x" | "facebook" | "messenger" | "instagram" | "whatsapp" | "secure";

const familyOf = (channel: Channel): Family => channel.split(".")[0] as Family;

const drawings: Record<Family, () => Element> = {
  x: sign("M5 5l10 10M15 5 5 15"),
  facebook: sign("M13.6 3.6h-1.4c-1.8 0-3 1.2-3 3V17M6.2 9.8h6.6"),
  messenger: sign(
    "M10 3c4.2 0 7.4 2.9 7.4 6.6s-3.2 6.6-7.4 6.6c-.8 0-1.5-.1-2.2-.3L5 17.2v-2.8C3.5 13.2 2.6 11.5 2.6 9.6 2.6 5.9 5.8 3 10 3zM6.4 11l2.6-2.6 2.2 2 2.6-2.4",
  ),
  instagram: sign(
    "M7 3.4h6a3.6 3.6 0 0 1 3.6 3.6v6a3.6 3.6 0 0 1-3.6 3.6h-6a3.6 3.6 0 0 1-3.6-3.6v-6a3.6 3.6 0 0 1 3.6-3.6zM6.8 10a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0-6.4 0zM14 6v.1",
  ),
  whatsapp: sign("M3.2 16.8 4.3 13A7 7 0 1 1 7.2 15.8zM7.8 7.6c0 2.6 2 4.6 4.6 4.6"),
  secure: sign("M10 2.6 16.4 5v4.6c0 3.6-2.4 6.4-6.4 7.8-4-1.4-6.4-4.2-6.4-7.8V5zM7.4 9.8l2 2 3.4-3.8"),
};
