import type { Dialect, Refused } from "./receive.ts";
import type { Platform } from "./world.ts";

type Fault = { message: string; code: number; error_subcode?: number; is_transient?: boolean };

export const invalidParameter: Fault = { message: "(#100) Invalid parameter", code: 100 };
export const deadToken: Fault = { message: "Error validating access token", code: 190, error_subcode: 460 };
export const wrongProof: Fault = { message: "Invalid appsecret_proof provided in the API argument", code: 100 };
export const notThere: Fault = { ...invalidParameter, message: "Unsupported request", error_subcode: 33 };

/** Source: developers.facebook.com/docs/graph-api/guides/error-handling. */
export const fault = (status: number, error: Fault): Response =>
  Response.json({ error: { type: "OAuthException", fbtrace_id: "Simulator", ...error } }, { status });

/** How Meta turns an answer down; its own words may quote it. */
export const failed: Dialect["failed"] = (refused, { platform, text, visibility }) => {
  if (refused === "unauthorized") return fault(401, deadToken);
  if (refused === "unavailable" || refused === "server-error") return broken(refused, text);
  if (platform === "whatsapp") return fault(400, ofWhatsapp(refused, text));
  if (refused === "refused" && visibility === "public") {
    return fault(400, { message: `(#200) Cannot reply with: ${text}`, code: 200 });
  }
  return fault(400, ofMessaging(refused, platform));
};

const broken = (refused: "unavailable" | "server-error", text: string): Response =>
  refused === "unavailable"
    ? fault(503, { message: `Service temporarily unavailable. ${text}`, code: 2, is_transient: true })
    : fault(500, { message: `An unexpected error has occurred. ${text}`, code: 2, is_transient: true });

type Refusal = Exclude<Refused, "unauthorized" | "unavailable" | "server-error">;

/** Sources: developers.facebook.com/docs/messenger-platform/error-codes and /discovery/private-replies. */
const ofMessaging = (refused: Refusal, platform: Platform): Fault => {
  const outside = { message: "(#10) This message is sent outside of allowed window.", code: 10 };
  const closed = { ...outside, error_subcode: platform === "instagram" ? 2_534_022 : 2_018_278 };
  const faults: Record<Refusal, Fault> = {
    refused: closed,
    "window-closed": closed,
    "rate-limited": { message: "(#613) Calls to this api have exceeded the rate limit.", code: 613 },
    "too-long": {
      message: "(#100) Length of param message[text] must be less than or equal to 2000",
      code: 100,
      error_subcode: 2_018_109,
    },
    "already-answered": { message: "(#10900) Activity already replied to", code: 10_900 },
    "too-late": { message: "(#10903) This user can't reply to this activity", code: 10_903 },
    gone: notThere,
  };
  return faults[refused];
};

/** Source: developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes. */
const ofWhatsapp = (refused: Refusal, text: string): Fault => {
  const undeliverable = { message: `(#131026) Message undeliverable: ${text}`, code: 131_026 };
  const faults: Record<Refusal, Fault> = {
    refused: undeliverable,
    "window-closed": { message: "(#131047) Re-engagement message", code: 131_047 },
    "rate-limited": { message: "(#130429) Rate limit hit", code: 130_429 },
    "too-long": { message: "(#100) Param text['body'] must be at most 4096 characters long.", code: 100 },
    "already-answered": undeliverable,
    "too-late": undeliverable,
    gone: undeliverable,
  };
  return faults[refused];
};
