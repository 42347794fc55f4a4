import type * as Sla from "#core/sla";
import type { Command } from "./command.ts";
import type { ConversationEvent } from "./event.ts";
import type { Conversation, Exposure, PendingHiding } from "./state.ts";

/** Kinds that must not stay readable in public. Our copy is redacted; the one at the platform is not. */
const graveKinds = ["card", "security-code", "secret", "iban"];
/** Messages watched at once; bounds the head. */
const exposuresKept = 20;

type Found = Readonly<Record<string, number>>;

const isGrave = (found: Found): boolean => graveKinds.some((kind) => (found[kind] ?? 0) > 0);

/** Since when a message of this conversation has shown everybody a card, a code or an IBAN. */
export const exposedSince = ({ exposures = [] }: Conversation): Sla.Instant | undefined =>
  exposures
    .flatMap((each) => (each.isHidden === true ? [] : [each.since]))
    .sort()
    .at(0);

/** The state once a public message is known to hold what was found in it. */
export const expose = (
  state: Conversation,
  { found, messageId }: { readonly messageId: string; readonly found: Found },
  since: Sla.Instant,
): Conversation => {
  const { exposures = [] } = state;
  const isKnown = exposures.some((each) => each.messageId === messageId);
  if (state.visibility !== "public" || !isGrave(found) || isKnown) return state;
  return { ...state, exposures: [...exposures, { messageId, since }].slice(-exposuresKept) };
};

/** The same for an edit, whose text replaces what stood there: without anything grave in it, that is gone. */
export const exposeAnew = (
  state: Conversation,
  event: { readonly messageId: string; readonly found: Found },
  at: Sla.Instant,
): Conversation => (isGrave(event.found) ? expose(state, event, at) : end(state, event.messageId, at, "gone"));

/** The platform no longer shows it: the time it stood is counted. A hidden one is watched, in case it is shown again. */
export const end = (state: Conversation, messageId: string, at: Sla.Instant, how: "gone" | "hidden"): Conversation => {
  const { exposedSeconds = 0, exposures = [], hidings = [] } = state;
  const stood = exposures.find((each) => each.messageId === messageId);
  const left = hidings.filter((each) => each.messageId !== messageId);
  const settled = hidings.length === left.length ? state : { ...state, hidings: left };
  if (stood === undefined) return settled;
  const seconds =
    stood.isHidden === true ? 0 : Math.max(0, Math.round((Date.parse(at) - Date.parse(stood.since)) / 1000));
  const others = exposures.filter((each) => each !== stood);
  return {
    ...settled,
    exposures: how === "gone" ? others : [...others, { messageId, since: stood.since, isHidden: true }],
    exposedSeconds: exposedSeconds + seconds,
  };
};

/** Shown again: it stands from now on. */
export const showAgain = (state: Conversation, messageId: string, at: Sla.Instant): Conversation => ({
  ...state,
  exposures: (state.exposures ?? []).map(
    (each): Exposure => (each.messageId === messageId && each.isHidden === true ? { messageId, since: at } : each),
  ),
});

/** An agent wants it hidden. What is asked for already is not asked for twice; what failed is. */
export const askHiding = (
  state: Conversation,
  { agentId, messageId }: Extract<Command, { type: "ask-hiding" }>,
): readonly ConversationEvent[] =>
  hidingOf(state, messageId)?.state === "queued" ? [] : [{ type: "hiding-asked", messageId, agentId }];

/** The platform did not hide it: for now, to be tried again at `until`, or for good. */
export const missHiding = (
  state: Conversation,
  { code, messageId, until }: Extract<Command, { type: "miss-hiding" }>,
): readonly ConversationEvent[] => {
  const pending = hidingOf(state, messageId);
  if (pending?.state !== "queued") return [];
  return until === undefined
    ? [{ type: "hiding-failed", messageId, code }]
    : [{ type: "hiding-postponed", messageId, code, until }];
};

type HidingEvent = Extract<ConversationEvent, { type: "hiding-asked" | "hiding-postponed" | "hiding-failed" }>;

export const trackHiding = (state: Conversation, event: HidingEvent, at: Sla.Instant): Conversation => {
  const { messageId } = event;
  const others = (state.hidings ?? []).filter((each) => each.messageId !== messageId);
  const attempts = hidingOf(state, messageId)?.attempts ?? 0;
  return { ...state, hidings: [...others, hidingAfter(event, attempts, at)].slice(-exposuresKept) };
};

const hidingAfter = (event: HidingEvent, attempts: number, at: Sla.Instant): PendingHiding => {
  const { messageId } = event;
  switch (event.type) {
    case "hiding-asked":
      return { messageId, attempts: 0, state: "queued", notBefore: at };
    case "hiding-postponed":
      return {
        messageId,
        // One that waits for its turn was not tried.
        attempts: event.code === "send.waits-turn" ? attempts : attempts + 1,
        state: "queued",
        notBefore: event.until,
        code: event.code,
      };
    case "hiding-failed":
      return { messageId, attempts, state: "failed", code: event.code };
  }
};

const hidingOf = ({ hidings = [] }: Conversation, messageId: string): PendingHiding | undefined =>
  hidings.find((each) => each.messageId === messageId);
