import type * as Channel from "#core/channel";
import type * as Entity from "#core/entity";

/** What a platform counts on its own: a private message of X is counted apart from a post, a hiding and a look at posts apart from both. */
export type Activity = "dm" | "post" | "hide" | "delete" | "look" | "send";

/** At most `limit` within `seconds`; the last `reserved` of them are kept for what cannot wait. */
export type Rate = { readonly seconds: number; readonly limit: number; readonly reserved: number };

const quarter = 15 * 60;
const day = 24 * 60 * 60;

/**
 * What an account may do at X. Source: docs.x.com, x-api/fundamentals/rate-limits (per user), November 2026; where its
 * pages disagree about posts, the lower figure.
 */
const xRates = {
  dm: [
    { seconds: quarter, limit: 15, reserved: 3 },
    { seconds: day, limit: 1_440, reserved: 0 },
  ],
  post: [{ seconds: quarter, limit: 100, reserved: 5 }],
  hide: [{ seconds: quarter, limit: 50, reserved: 0 }],
  delete: [{ seconds: quarter, limit: 50, reserved: 0 }],
  look: [{ seconds: quarter, limit: 900, reserved: 0 }],
} as const satisfies Partial<Record<Activity, readonly Rate[]>>;

/**
 * What Meta says of sends alone; of everything else its usage headers tell. Sources: developers.facebook.com,
 * messenger-platform (rate limits), instagram-platform (rate limiting), whatsapp cloud-api (throughput).
 */
const sendRates = {
  messenger: [{ seconds: 1, limit: 300, reserved: 0 }],
  "instagram.dm": [{ seconds: 1, limit: 100, reserved: 0 }],
  whatsapp: [{ seconds: 1, limit: 80, reserved: 0 }],
} as const satisfies Partial<Record<Channel.PlatformChannel, readonly Rate[]>>;

/** Something that is sent, or a look at what stands there. */
type Action = NonNullable<Channel.Outgoing["action"]> | "look";
export type Request = { readonly action?: Action | undefined; readonly channel: Channel.PlatformChannel };

/** What a request is counted as, and the rates it must keep; none where only the platform's own headers can tell. */
export type Counted = { readonly activity: Activity; readonly rates: readonly Rate[] };

export const countedAs = ({ action = "reply", channel }: Request): Counted => {
  switch (channel) {
    case "x.dm":
      return { activity: "dm", rates: xRates.dm };
    case "x.mention":
      return countedPost(action);
    case "messenger":
    case "instagram.dm":
    case "whatsapp":
      return { activity: "send", rates: sendRates[channel] };
    case "facebook.comment":
    case "instagram.comment":
      return { activity: "send", rates: [] };
  }
};

/** Every activity that is counted on a platform, for who looks at what is left. */
export const countedOn = (platform: Entity.Platform): readonly Counted[] => {
  switch (platform) {
    case "x":
      return (["dm", "post", "hide", "delete", "look"] as const).map((activity) => ({
        activity,
        rates: xRates[activity],
      }));
    case "facebook":
      return [{ activity: "send", rates: sendRates.messenger }];
    case "instagram":
      return [{ activity: "send", rates: sendRates["instagram.dm"] }];
    case "whatsapp":
      return [{ activity: "send", rates: sendRates.whatsapp }];
  }
};

const countedPost = (action: Action): Counted => {
  switch (action) {
    case "reply":
    case "private-reply":
      return { activity: "post", rates: xRates.post };
    case "hide":
    case "unhide":
      return { activity: "hide", rates: xRates.hide };
    case "delete":
      return { activity: "delete", rates: xRates.delete };
    case "look":
      return { activity: "look", rates: xRates.look };
  }
};
