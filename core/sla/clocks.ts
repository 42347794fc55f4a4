import type { Instant } from "./clock.ts";
import { isPaused, type PausedTarget, pauseTarget, resumeTarget } from "./pause.ts";
import type { Policy } from "./policy.ts";
import { startTarget, type Target } from "./target.ts";

/** The clocks of one conversation. They run side by side and none overrules another. */
export type Clocks = {
  /** First or next response: what the customer waits for now. */
  readonly response?: Target | PausedTarget;
  readonly resolution?: Target | PausedTarget;
  /** When the platform had accepted the first answer. */
  readonly firstAnsweredAt?: Instant;
};

/**
 * The customer asks something, at the platform's time. A response clock that runs is never reset, late or not; one
 * that began with a later message, because this one came out of order, begins with this one. Thanks, praise and
 * emoji ask for nothing: they are not reported here.
 */
export const customerAsked = (clocks: Clocks, at: Instant, policy: Policy): Clocks => ({
  ...clocks,
  response: asked(
    clocks.response,
    clocks.firstAnsweredAt === undefined ? "first-response" : "next-response",
    at,
    policy,
  ),
  resolution: asked(clocks.resolution, "resolution", at, policy),
});

/**
 * The platform has accepted a person's message. It answers what was asked before it: a question that came later
 * keeps its clock. The resolution waits for the customer.
 */
export const personAnswered = (clocks: Clocks, at: Instant): Clocks => {
  const { response, resolution, firstAnsweredAt = at } = clocks;
  return {
    ...(response && response.startedAt > at ? { response } : {}),
    ...(resolution ? { resolution: pauseTarget(resolution, at) } : {}),
    firstAnsweredAt,
  };
};

/** What the same person waits for in another conversation, and whether they were answered there. */
export type Elsewhere = { readonly response?: Target; readonly isAnswered: boolean };

/**
 * The customer asks here what they ask, or asked, elsewhere: one promise, kept where they wrote last. It keeps the instant
 * at which they began to wait, and the earlier of the two deadlines; whoever was answered there is not new here.
 */
export const customerAskedBeside = (
  clocks: Clocks,
  { at, elsewhere, policy }: { readonly at: Instant; readonly elsewhere: Elsewhere; readonly policy: Policy },
): Clocks => {
  const isNew = clocks.firstAnsweredAt === undefined && !elsewhere.isAnswered;
  const known = isNew ? clocks : { ...clocks, firstAnsweredAt: clocks.firstAnsweredAt ?? at };
  const asked = customerAsked(known, at, policy);
  const { response } = elsewhere;
  if (clocks.response !== undefined || asked.response === undefined || response === undefined) return asked;
  const isSooner = asked.response.dueAt < response.dueAt;
  const { kind, startedAt } = response;
  return { ...asked, response: isSooner ? { ...asked.response, kind, startedAt } : response };
};

/**
 * A person answered where the customer waits too. Their first answer is the first one here; what is still open here is
 * promised a next one, by `policy`. A promise of a next answer stays what it is.
 */
export const answeredBeside = (clocks: Clocks, at: Instant, policy: Policy | undefined): Clocks => {
  const { response, ...rest } = clocks;
  if (response !== undefined && (response.kind === "next-response" || response.startedAt > at)) return clocks;
  return { ...rest, ...(policy === undefined ? {} : { response: startTarget("next-response", at, policy) }) };
};

/** An approved answer to everyone in an incident counts as an answer, and promises to come back to each of them. */
export const incidentAnswered = (clocks: Clocks, at: Instant, policy: Policy): Clocks => {
  const answered = personAnswered(clocks, at);
  return { ...answered, response: answered.response ?? startTarget("next-response", at, policy) };
};

/** The customer has signed in on the secure channel: what is promised here waits. An offer alone pauses nothing. */
export const customerMoved = (clocks: Clocks, at: Instant): Clocks => ({
  ...clocks,
  ...(clocks.response ? { response: pauseTarget(clocks.response, at) } : {}),
  ...(clocks.resolution ? { resolution: pauseTarget(clocks.resolution, at) } : {}),
});

/**
 * Closing ends what the customer waits for. The resolution keeps the time that was left, so that closing and being
 * asked again does not buy a new day: the next question resumes it and starts a next-response clock.
 */
export const closed = ({ resolution, firstAnsweredAt }: Clocks, at: Instant): Clocks => ({
  ...(resolution ? { resolution: pauseTarget(resolution, at) } : {}),
  firstAnsweredAt: firstAnsweredAt ?? at,
});

const asked = (clock: Target | PausedTarget | undefined, kind: Target["kind"], at: Instant, policy: Policy): Target => {
  if (clock === undefined) return startTarget(kind, at, policy);
  if (isPaused(clock)) return resumeTarget(clock, at, policy.calendar);
  return at < clock.startedAt ? startTarget(clock.kind, at, policy) : clock;
};
