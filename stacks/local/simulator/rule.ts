import * as Channel from "#core/channel";
import { accounts } from "../account.ts";
import type { Answer } from "./receive.ts";
import { entryIn, type Platform, type Thread } from "./world.ts";

/** What a platform does not let the bank do, whatever the weather. */
export type Breach = "too-long" | "window-closed" | "already-answered" | "too-late" | "gone" | "rate-limited";

const hour = 3_600_000;
const day = 24 * hour;

/** X: 15 private messages and 100 posts an account in 15 minutes (docs.x.com, x-api/fundamentals/rate-limits). */
export const rateLimits = { private: 15, public: 100, windowMilliseconds: 15 * 60_000 } as const;

export type Rules = {
  /** What is wrong with an answer; an accepted one counts towards the limits. */
  readonly check: (answer: Answer, thread: Thread | undefined) => Breach | undefined;
  readonly count: (answer: Answer) => void;
  /** How many more posts, or private messages, X takes, and when it counts anew (epoch seconds). */
  readonly left: (visibility: "public" | "private") => { limit: number; remaining: number; resetAt: number };
};

/** The platforms' own rules; of what was said before a restart nothing is known, and it is let through. */
export const createRules = (now: () => number): Rules => {
  const sent: Record<"public" | "private", number[]> = { public: [], private: [] };
  const left: Rules["left"] = (visibility) => {
    const since = now() - rateLimits.windowMilliseconds;
    sent[visibility] = sent[visibility].filter((at) => at > since);
    const remaining = Math.max(0, rateLimits[visibility] - sent[visibility].length);
    const resetAt = Math.ceil(((sent[visibility][0] ?? now()) + rateLimits.windowMilliseconds) / 1000);
    return { limit: rateLimits[visibility], remaining, resetAt };
  };
  return {
    left,
    count: ({ platform, visibility }) => {
      if (platform === "x") sent[visibility].push(now());
    },
    check: (answer, thread) => {
      if (isTooLong(answer)) return "too-long";
      if (answer.platform === "x" && left(answer.visibility).remaining === 0) return "rate-limited";
      return thread === undefined || thread.entries.length === 0 ? undefined : inThread(answer, thread, now());
    },
  };
};

const isTooLong = ({ platform, text, visibility }: Answer): boolean => {
  const { limit, used } = Channel.countText(channels[platform][visibility], text);
  return used > limit;
};

const channels = {
  x: { public: "x.mention", private: "x.dm" },
  facebook: { public: "facebook.comment", private: "messenger" },
  instagram: { public: "instagram.comment", private: "instagram.dm" },
  whatsapp: { public: "whatsapp", private: "whatsapp" },
} as const satisfies Readonly<Record<Platform, Readonly<Record<"public" | "private", Channel.Channel>>>>;

const inThread = (answer: Answer, thread: Thread, now: number): Breach | undefined => {
  const subject = answer.inReplyTo === undefined ? undefined : entryIn(thread, answer.inReplyTo);
  if (answer.visibility === "public") return subject?.isRemoved === true ? "gone" : undefined;
  if (subject?.visibility === "public") return privateReplyBreach(answer, thread, now);
  return isOutsideWindow(answer, thread, now) ? "window-closed" : undefined;
};

/** Once a comment, within seven days: developers.facebook.com/docs/messenger-platform/discovery/private-replies. */
const privateReplyBreach = ({ inReplyTo = "" }: Answer, thread: Thread, now: number): Breach | undefined => {
  const comment = entryIn(thread, inReplyTo);
  if (comment === undefined || comment.isRemoved === true) return "gone";
  if (now - Date.parse(comment.at) > 7 * day) return "too-late";
  const isRepeat = thread.entries.some((entry) => entry.visibility === "private" && entry.inReplyTo === comment.id);
  return isRepeat ? "already-answered" : undefined;
};

/** 24 hours from the customer's last private message; to seven days with the human-agent tag. WhatsApp fails afterwards instead. */
const isOutsideWindow = ({ isHumanAgent, platform }: Answer, thread: Thread, now: number): boolean => {
  if (platform !== "facebook" && platform !== "instagram") return false;
  return sinceCustomer(thread, now) > (isHumanAgent === true ? 7 * day : day);
};

/** WhatsApp takes an answer outside its window, and tells in a status that it did not go out; a template does. */
export const failsAfterwards = ({ isTemplate, platform }: Answer, thread: Thread, now: number): boolean =>
  platform === "whatsapp" && isTemplate !== true && thread.entries.length > 0 && sinceCustomer(thread, now) > day;

const sinceCustomer = ({ entries }: Thread, now: number): number => {
  const last = entries.findLast(({ from, visibility }) => from === "customer" && visibility === "private");
  return now - (last === undefined ? 0 : Date.parse(last.at));
};

/** The platform of one of the bank's accounts. */
export const platformOf = (accountId: string): Platform | undefined =>
  (Object.keys(accounts) as Platform[]).find((platform) => accounts[platform].id === accountId);
