import type * as Channel from "#core/channel";
import type * as Entity from "#core/entity";

const platforms = {
  "x.mention": "x",
  "x.dm": "x",
  "facebook.comment": "facebook",
  messenger: "facebook",
  "instagram.comment": "instagram",
  "instagram.dm": "instagram",
  whatsapp: "whatsapp",
} as const satisfies Record<Exclude<Channel.Channel, "secure">, Entity.Platform>;

/** The platform whose account a channel belongs to; the secure channel has none. */
export const platformOf = (channel: Channel.Channel): Entity.Platform | undefined =>
  channel === "secure" ? undefined : platforms[channel];
