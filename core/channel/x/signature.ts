import { hmac, isSigned } from "../signature.ts";

/**
 * Whether X signed these bytes: `x-twitter-webhooks-signature: sha256=<base64 HMAC-SHA256(consumer secret, raw body)>`.
 * Source: docs.x.com, x-api/webhooks/quickstart.
 */
export const verify = (body: Uint8Array, header: string | undefined, secrets: readonly string[]): boolean =>
  isSigned(body, header, { secrets, writing: "base64" });

/**
 * What X wants to hear when it checks that a webhook is ours: `{"response_token": …}` with this value.
 * Source: docs.x.com, x-api/webhooks/quickstart (challenge-response check).
 */
export const crcResponse = (crcToken: string, consumerSecret: string): string =>
  `sha256=${hmac(consumerSecret, crcToken, "base64")}`;
