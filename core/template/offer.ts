import * as Channel from "#core/channel";
import type * as Sla from "#core/sla";
import type { Topic } from "./shape/index.ts";
import { type Filled, fill, segmentsOf, type Values } from "./text/index.ts";
import { isUsable, type Template, type Version } from "./version.ts";

/** Where an answer would go, and what is known there. */
export type Occasion = {
  readonly channel: Channel.Channel;
  readonly visibility: "public" | "private";
  readonly isVerified: boolean;
  /** The customer's, ISO 639-1. */
  readonly language?: string | undefined;
  /** What the conversation is about, as classification has it. */
  readonly topic?: string | undefined;
  readonly values: { readonly fr: Values; readonly en: Values };
  readonly now: Sla.Instant;
};

export type Offer = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly topic: Topic;
  readonly language: "fr" | "en";
} & Filled;

const related: Readonly<Record<string, readonly Topic[]>> = {
  cards: ["lost-card"],
  fraud: ["fraud-doubt", "lost-card"],
  complaint: ["complaint-received"],
  "online-banking": ["app-down"],
  branch: ["opening-hours"],
  payments: ["fees"],
  praise: ["thanks"],
};

/** What may be used here as it stands, the likeliest first. What no longer fits its channel is not among it. */
export const offersFor = (templates: readonly Template[], occasion: Occasion): readonly Offer[] =>
  templates
    .flatMap(({ approved, id }) => (isUsable(approved, occasion.now) ? [{ id, approved }] : []))
    .filter(({ approved }) => isFor(approved, occasion))
    .map(({ approved, id }) => offerOf(id, approved, occasion.values))
    .filter(({ text }) => fits(occasion.channel, text))
    .toSorted((left, right) => rank(right, occasion) - rank(left, occasion) || left.name.localeCompare(right.name));

export const fits = (channel: Channel.Channel, text: string): boolean => {
  const { limit, used } = Channel.countText(channel, text);
  return used <= limit;
};

export const isFor = ({ content }: Version, { channel, isVerified, visibility }: Occasion): boolean => {
  if (content.channels.length > 0 && !content.channels.includes(channel)) return false;
  switch (content.audience) {
    case "public":
      return true;
    case "private":
      return visibility === "private";
    case "verified":
      return visibility === "private" && isVerified;
    default:
      return content.audience satisfies never;
  }
};

const offerOf = (id: string, { content, number }: Version, values: Occasion["values"]): Offer => ({
  id,
  version: number,
  name: content.name,
  topic: content.topic,
  language: content.language,
  ...fill(segmentsOf(content.body), values[content.language]),
});

const rank = ({ language, topic }: Offer, occasion: Occasion): number =>
  (language === occasion.language ? 2 : 0) + ((related[occasion.topic ?? ""] ?? []).includes(topic) ? 1 : 0);
