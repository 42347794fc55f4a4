/**
 * What a template is, apart from how it is checked: free of validation libraries, so that the page can have it too.
 * `Where`: the channels. Instants are ISO 8601.
 */
export type Content<Where extends string> = {
  name: string;
  topic: Topic;
  language: "fr" | "en";
  /** None: every channel it fits. */
  channels: Where[];
  audience: Audience;
  body: string;
  /** To be looked at again from this day on. */
  reviewAt?: string | undefined;
  /** Unusable from this instant on. */
  expiresAt?: string | undefined;
};

/** What customers of a bank write about most, and what an agent says while looking for the answer. */
export const topics = [
  "lost-card",
  "fraud-doubt",
  "fees",
  "app-down",
  "opening-hours",
  "complaint-received",
  "thanks",
  "secure-channel",
  "identity-needed",
  "out-of-hours",
  "holding",
  "other",
] as const;
export type Topic = (typeof topics)[number];

/** Public: everywhere. Private: where the customer alone reads. Verified: where it is known who the customer is. */
export const audiences = ["public", "private", "verified"] as const;
export type Audience = (typeof audiences)[number];

export const states = ["draft", "in-review", "approved", "retired"] as const;
export type State = (typeof states)[number];

/** Who did what to a version, and when. `returned`: reviewed, and not approved as it was. */
export const deeds = ["written", "submitted", "approved", "returned", "retired"] as const;
export type Step = { readonly did: (typeof deeds)[number]; readonly by: string; readonly at: string };

export type Version<Where extends string> = {
  readonly number: number;
  readonly state: State;
  readonly content: Content<Where>;
  readonly steps: readonly Step[];
};

/** Whoever wrote it last. */
export const authorOf = ({ steps }: Pick<Version<string>, "steps">): string | undefined =>
  steps.findLast(({ did }) => did === "written")?.by;
