import { z } from "@hono/zod-openapi";
import * as Referral from "#core/referral";

export const ReferralView = z
  .object({
    deskId: z.string(),
    name: z.string(),
    step: z.enum(["referred", "delivered", "accepted", "refused", "returned", "completed", "withdrawn"]),
    since: z.iso.datetime(),
    reason: z.enum(Referral.refusals).optional(),
  })
  .openapi("Referral");
export type ReferralView = z.infer<typeof ReferralView>;
