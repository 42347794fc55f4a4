import type { Hono } from "hono";
import { Fault } from "#core/fault";
import * as Handoff from "#core/handoff";
import * as Instant from "#core/instant";
import type * as Store from "#core/store";
import { lastSaid, obey, type Runtime } from "#functions/runtime";
import { isProven, originOf } from "./conversation.ts";
import type { Draw } from "./draw.ts";
import { headersOf } from "./headers.ts";
import { goingPage } from "./page/conversation.ts";
import { type Bank, refuseForgery, requireSession, type Variables } from "./visit.ts";

const passLifeSeconds = 120;
const passType = "handoff+jwt";
const summaryMessages = 5;
const summaryLength = 1_500;
/** Longer than a notice may live, by the tolerance of clocks. */
const noticeMemorySeconds = 900;

/** Arrival at the bank's own messaging: a pass that is signed, encrypted and short-lived, and the notices that come back. */
export const addElsewhere = (app: Hono<Variables>, runtime: Runtime, draw: Draw): void => {
  app.post("/:entity/go", async (context) => {
    await refuseForgery(context);
    const session = await requireSession(runtime, context);
    const bank = context.get("bank");
    const { arrival } = bank.secure;
    if (arrival.kind !== "redirect") throw new Fault("handoff.not-configured");
    const head = await originOf(runtime, bank.id, session);
    const { conversationId, handoffId } = session.handoff;
    const purpose = head.state.handoff?.id === handoffId ? head.state.handoff.purpose : "other";
    const isKnown = isProven(head.state, session, runtime.now());
    const summary = isKnown ? await summaryOf(runtime, { entityId: bank.id, conversationId }) : undefined;
    const { current } = await Handoff.keysFrom(await runtime.secrets.readAll("SECURE_KEY"));
    const token = await Handoff.sealEnvelope({
      issuer: issuerOf(bank),
      audience: arrival.url,
      type: passType,
      id: runtime.newId(),
      claims: {
        sub: session.customer.subject,
        conversation: conversationId,
        handoff: handoffId,
        purpose,
        language: context.get("language"),
        verified: isKnown ? "strong" : "named",
        ...(summary === undefined ? {} : { summary }),
      },
      signingKey: current,
      encryptionKey: arrival.encryptionKey,
      now: runtime.now(),
      lifetimeSeconds: passLifeSeconds,
    });
    const page = await draw.page(context, goingPage(draw.frame(context), { token, url: arrival.url }));
    for (const [name, value] of Object.entries(headersOf(new URL(arrival.url).origin))) page.headers.set(name, value);
    return page;
  });
  app.post("/:entity/notices", async (context) => {
    await takeNotice(runtime, context.get("bank"), (await context.req.text()).trim());
    return context.body(null, 204);
  });
};

/** Who signs passes, and whom notices are for. */
export const issuerOf = ({ id, secure }: Bank): string => `${secure.origin}${Handoff.pathOf(id)}`;

/** The last of what the customer wrote, as it is kept: redacted. The code they proved themselves by is none of it. */
const summaryOf = async (runtime: Runtime, key: Store.ConversationKey): Promise<string> => {
  const isWanted = ({ direction, kind, text }: Store.Body): boolean =>
    direction === "inbound" && kind === "message" && !Handoff.isCodeAlone(text);
  return (await lastSaid(runtime, key, { most: summaryMessages, isWanted }))
    .map(({ text }) => text)
    .join("\n")
    .slice(-summaryLength);
};

/** Told again, or out of order, a notice changes nothing. */
const takeNotice = async (runtime: Runtime, bank: Bank, token: string): Promise<void> => {
  const { arrival } = bank.secure;
  if (arrival.kind !== "redirect") throw new Fault("handoff.not-configured");
  const notice = await Handoff.readNotice(token, {
    keys: arrival.noticeKeys,
    issuer: arrival.noticeIssuer,
    audience: issuerOf(bank),
    now: runtime.now(),
  });
  const key = { entityId: bank.id, conversationId: notice.conversation };
  const state = (await runtime.store.readHead(key))?.state;
  if (state?.handoff?.id !== notice.handoff) throw new Fault("handoff.unknown");
  const command = commandOf(notice);
  if (command !== undefined) {
    await obey(runtime, key, {
      command,
      commitId: `notice:${notice.jti}`,
      actor: { kind: "system", id: "bank" },
    });
  }
  const until = Instant.after(runtime.now(), noticeMemorySeconds);
  const isNew = await runtime.store.putNotice(bank.id, Handoff.hashToken(notice.jti), until);
  runtime.log.info("secure.notice", { ...key, code: isNew ? notice.event : "repeated" });
};

const commandOf = ({ event, handoff: handoffId }: Handoff.Notice) => {
  switch (event) {
    case "opened":
      // That the customer is there was known when they signed in.
      return undefined;
    case "case-created":
      return { type: "create-case", handoffId } as const;
    case "closed":
      return { type: "complete-handoff", handoffId } as const;
  }
};
