import type { Hono } from "hono";
import { Fault } from "#core/fault";
import * as Handoff from "#core/handoff";
import * as Instant from "#core/instant";
import * as Referral from "#core/referral";
import { obey, type Runtime } from "#functions/runtime";
import { issuerOf } from "./elsewhere.ts";
import type { Variables } from "./visit.ts";

/** Longer than a notice may live, by the tolerance of clocks. */
const noticeMemorySeconds = 900;

/** What other desks tell of the conversations that were referred to them. */
export const addDesks = (app: Hono<Variables>, runtime: Runtime): void => {
  app.post("/:entity/desks/:desk/notices", async (context) => {
    const bank = context.get("bank");
    const desk = bank.desks?.find((each) => each.id === context.req.param("desk"));
    if (desk === undefined) throw new Fault("referral.desk-unknown");
    const notice = await Referral.readNotice((await context.req.text()).trim(), {
      keys: desk.noticeKeys,
      issuer: desk.noticeIssuer,
      audience: issuerOf(bank),
      now: runtime.now(),
    });
    const key = { entityId: bank.id, conversationId: notice.conversation };
    const state = (await runtime.store.readHead(key))?.state;
    // A desk speaks of its own referrals and of no other's.
    if (state?.referral?.id !== notice.referral || state.referral.deskId !== desk.id) {
      throw new Fault("handoff.notice-invalid");
    }
    const isNew = await runtime.store.putNotice(
      bank.id,
      Handoff.hashToken(`desk ${desk.id} ${notice.jti}`),
      Instant.after(runtime.now(), noticeMemorySeconds),
    );
    await obey(runtime, key, {
      command: commandOf(notice),
      commitId: `desk-notice:${notice.jti}`,
      actor: { kind: "system", id: `desk:${desk.id}` },
    });
    runtime.log.info("referral.notice", { ...key, code: isNew ? notice.event : "repeated" });
    return context.body(null, 204);
  });
};

const commandOf = ({ event, reason, referral: referralId }: Referral.Notice) => {
  switch (event) {
    case "accepted":
      return { type: "accept-referral", referralId } as const;
    case "refused":
      return { type: "refuse-referral", referralId, reason: reason ?? "not-ours" } as const;
    case "returned":
      return { type: "return-referral", referralId } as const;
    case "completed":
      return { type: "complete-referral", referralId } as const;
    default:
      return event satisfies never;
  }
};
