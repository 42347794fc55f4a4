import type { Http } from "../api.ts";
import type { Channel, Instant } from "../api-types.ts";
import type { FindingKind } from "../reply/api.ts";

export const WAYS = ["answer", "private-message", "secure-page", "colleague", "no-answer"] as const;
export type Way = (typeof WAYS)[number];
type Shortcoming = "way" | "empty" | "too-long" | "words" | "number";

/** An invented customer. */
export type Exercise = {
  id: string;
  channel: Channel;
  visibility: "public" | "private";
  author: string;
  message: string;
  isPassed: boolean;
};
export type Practice = {
  training: {
    title: { fr: string; en: string };
    state: "valid" | "expired" | "missing";
    until?: Instant;
  } | null;
  exercises: Exercise[];
};
export type Judgement = {
  isPassed: boolean;
  shortcomings: Shortcoming[];
  findings: FindingKind[];
  why: string | null;
  isFinished: boolean;
  practice: Practice;
};

/** A repeat makes nothing new. */
const NO_KEY = "";

export const createPracticeApi = ({ command, read }: Http) => ({
  practice: () => read<Practice>("/practice"),
  attempt: (id: string, attempt: { way: string; text: string }) =>
    command<Judgement>("POST", `/practice/${encodeURIComponent(id)}`, NO_KEY, attempt),
});
