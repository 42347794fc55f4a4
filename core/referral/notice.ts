import type { JWK } from "jose";
import * as z from "zod";
import { Fault } from "#core/fault";
import * as Handoff from "#core/handoff";
import type { Instant } from "#core/sla";

/** Why a desk does not take something on: a closed list, so that no customer's word comes with it. */
export const refusals = ["not-ours", "incomplete", "duplicate", "no-capacity", "undeliverable"] as const;
export type Refusal = (typeof refusals)[number];

/** What a desk tells of what was referred to it. */
const Notice = z.object({
  jti: z.string().min(8).max(200),
  referral: z.string().min(1).max(80),
  conversation: z.string().min(1).max(80),
  event: z.enum(["accepted", "refused", "returned", "completed"]),
  /** Of a refusal. */
  reason: z.enum(refusals).optional(),
});
export type Notice = z.infer<typeof Notice>;

const noticeType = "referral-notice+jwt";

type Parties = {
  readonly audience: string;
  readonly issuer: string;
  readonly keys: readonly JWK[];
  readonly now: Instant;
};

/**
 * A notice as its signature, its parties and its time allow (RFC 8725).
 * @throws handoff.notice-invalid
 */
export const readNotice = async (token: string, parties: Parties): Promise<Notice> => {
  const notice = Notice.safeParse(await Handoff.readSigned(token, { ...parties, type: noticeType }));
  if (!notice.success) throw new Fault("handoff.notice-invalid");
  return notice.data;
};
