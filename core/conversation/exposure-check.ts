import * as Instant from "#core/instant";
import type * as Sla from "#core/sla";
import { end } from "./exposure.ts";
import type { Conversation, Exposure } from "./state.ts";

/** A platform was asked whether everybody can still read a message. Without `nextAt` it is not asked again. */
export type ExposureCheckedEvent = {
  readonly type: "exposure-checked";
  readonly messageId: string;
  readonly result: "stands" | "hidden" | "gone" | "unknown";
  readonly nextAt?: Sla.Instant;
};
export type CheckExposureCommand = Omit<ExposureCheckedEvent, "type"> & { readonly type: "check-exposure" };

/** It is looked at again after this long, then after twice as long each time: about five days in all. */
const firstPauseSeconds = 120;
const longestPauseSeconds = 6 * 3600;
const checksAtMost = 24;

/** When the platform is asked next about what stands exposed; undefined when it is not. */
export const checkDueAt = ({ checkAt, checks = 0, isHidden, since }: Exposure): Sla.Instant | undefined =>
  isHidden === true || checks >= checksAtMost ? undefined : (checkAt ?? Instant.after(since, firstPauseSeconds));

/** The check after this one: `leastSeconds` is what the platform asked for. */
export const nextCheckAt = ({ checks = 0 }: Exposure, now: Sla.Instant, leastSeconds = 0): Sla.Instant | undefined =>
  checks + 1 >= checksAtMost
    ? undefined
    : Instant.after(now, Math.max(leastSeconds, Math.min(longestPauseSeconds, firstPauseSeconds * 2 ** (checks + 1))));

/** What has ended meanwhile is left as it is. */
export const checkExposure = (
  { exposures = [] }: Conversation,
  { messageId, nextAt, result }: CheckExposureCommand,
): readonly ExposureCheckedEvent[] => {
  const isOpen = exposures.some((each) => each.messageId === messageId && each.isHidden !== true);
  const next = nextAt === undefined ? {} : { nextAt };
  return isOpen ? [{ type: "exposure-checked", messageId, result, ...next }] : [];
};

export const trackCheck = (
  state: Conversation,
  { messageId, nextAt, result }: ExposureCheckedEvent,
  at: Sla.Instant,
): Conversation => {
  if (result === "gone" || result === "hidden") return end(state, messageId, at, result);
  const exposures = (state.exposures ?? []).map((each): Exposure => {
    if (each.messageId !== messageId) return each;
    const checks = nextAt === undefined ? checksAtMost : (each.checks ?? 0) + 1;
    return { messageId, since: each.since, checks, ...(nextAt === undefined ? {} : { checkAt: nextAt }) };
  });
  return { ...state, exposures };
};
