import { createHmac, timingSafeEqual } from "node:crypto";

/** HMAC-SHA256 in the writing a platform uses. */
export const hmac = (secret: string, message: Uint8Array | string, writing: "hex" | "base64"): string =>
  createHmac("sha256", secret).update(message).digest(writing);

/**
 * Whether a "sha256=…" header is the body's under one of the secrets: two while one replaces the other.
 * Every secret is tried whatever the first says, and each comparison takes the same time. No secret, no pass.
 */
export const isSigned = (
  body: Uint8Array | string,
  header: string | undefined,
  { secrets, writing }: { secrets: readonly string[]; writing: "hex" | "base64" },
): boolean => {
  const given = header?.startsWith("sha256=") ? header.slice("sha256=".length) : undefined;
  if (!given) return false;
  const matches = secrets.filter((secret) => secret !== "").map((secret) => isSame(hmac(secret, body, writing), given));
  return matches.includes(true);
};

/** Compares without telling by its time where two texts differ. */
export const isSame = (expected: string, given: string): boolean => {
  const left = Buffer.from(expected);
  const right = Buffer.from(given);
  return left.length === right.length && timingSafeEqual(left, right);
};
