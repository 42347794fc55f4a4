import { numberOf } from "./json.ts";
import * as Meta from "./meta/send-error.ts";
import type { PlatformChannel } from "./outgoing.ts";
import { REFUSALS, type Refusal, type SendError } from "./refusal.ts";
import * as Whatsapp from "./whatsapp/send-error.ts";
import * as X from "./x/send-error.ts";

/** A platform's answer to a request of ours that was not a success. */
type FailedAnswer = { status: number; body: unknown; headers: Record<string, string> };

/**
 * What a failed request means and what to do. Built from codes and headers only: a platform's own sentence may echo the text we sent.
 * `afterSeconds` comes from the platform where it says.
 */
export const sendError = (
  channel: PlatformChannel,
  status: number,
  body: unknown,
  headers: Record<string, string>,
): SendError => {
  const answer = { status, body, headers };
  const refusal = KNOWN[channel](answer) ?? byStatus(status);
  // A platform tells with every answer when its count begins anew: that is a wait for who came too often, and for nobody else.
  const told = refusal === "rate-limited" ? secondsOf(channel, answer) : numberOf(headers["retry-after"]);
  const afterSeconds = told ?? REFUSALS[refusal].afterSeconds;
  const { tell, retry } = REFUSALS[refusal];
  return {
    code: `send.${refusal}`,
    retry,
    tell,
    ...(retry === "later" && afterSeconds !== undefined && { afterSeconds }),
    ...(status >= 500 && { uncertain: true as const }),
  };
};

const KNOWN: { readonly [C in PlatformChannel]: (answer: FailedAnswer) => Refusal | undefined } = {
  "x.mention": (answer) => X.refusalOf("x.mention", answer),
  "x.dm": (answer) => X.refusalOf("x.dm", answer),
  "facebook.comment": Meta.refusalOf,
  messenger: Meta.refusalOf,
  "instagram.comment": Meta.refusalOf,
  "instagram.dm": Meta.refusalOf,
  whatsapp: (answer) => Whatsapp.refusalOf(answer) ?? Meta.refusalOf(answer),
};

const byStatus = (status: number): Refusal => {
  if (status === 401) return "disconnected";
  if (status === 404 || status === 410) return "target-gone";
  if (status === 429) return "rate-limited";
  return status >= 500 || status === 408 ? "unavailable" : "refused";
};

const secondsOf = (channel: PlatformChannel, answer: FailedAnswer): number | undefined =>
  channel.startsWith("x.") ? X.secondsUntilReset(answer.headers) : Meta.secondsUntilAccess(answer.headers);
