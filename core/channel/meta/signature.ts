import { isSame, isSigned } from "../signature.ts";

/**
 * Whether Meta signed these bytes: `X-Hub-Signature-256: sha256=<lower-case hex HMAC-SHA256(app secret, payload)>`. Meta signs the
 * payload with everything beyond ASCII written as \uXXXX; a body that arrives as UTF-8 is therefore tried in that form too.
 * The older SHA-1 header is not accepted. Source: developers.facebook.com/docs/graph-api/webhooks/getting-started.
 */
export const verify = (body: Uint8Array, header: string | undefined, secrets: readonly string[]): boolean => {
  if (isSigned(body, header, { secrets, writing: "hex" })) return true;
  return isBeyondAscii(body) && isSigned(escaped(body), header, { secrets, writing: "hex" });
};

/** The subscription check of a callback URL. Source: developers.facebook.com/docs/graph-api/webhooks/getting-started. */
export type SubscriptionCheck = {
  mode: string | undefined;
  verifyToken: string | undefined;
  challenge: string | undefined;
};

/** The challenge to answer with, verbatim and as plain text, when the token is ours; else undefined: answer 403. */
export const subscriptionChallenge = (check: SubscriptionCheck, expectedToken: string): string | undefined => {
  const isOurs = isSame(expectedToken, check.verifyToken ?? "") && expectedToken !== "";
  return isOurs && check.mode === "subscribe" ? check.challenge : undefined;
};

/** A plain loop: a forged body of 3 MB is refused in milliseconds. */
const isBeyondAscii = (body: Uint8Array): boolean => {
  for (const byte of body) if (byte > 0x7f) return true;
  return false;
};

const escaped = (body: Uint8Array): string =>
  new TextDecoder("utf-8", { ignoreBOM: true })
    .decode(body)
    .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
