import type { Instant, RawAttachment } from "../event.ts";
import { instantOf } from "../instant.ts";
import { textOf } from "../json.ts";

/** A file of Meta's by its URL: signed, good without a token, until the time in `oe` (hexadecimal seconds) where there is one. */
export const urlReference = (url: unknown): Pick<RawAttachment, "reference" | "token" | "expiresAt"> => {
  const reference = textOf(url);
  if (reference === undefined) return {};
  const expiresAt = expiryOf(reference);
  return { reference, token: "none", ...(expiresAt && { expiresAt }) };
};

const expiryOf = (url: string): Instant | undefined => {
  const hexadecimal = /[?&]oe=([0-9a-f]{8})(?:&|$)/i.exec(url)?.[1];
  return hexadecimal ? instantOf(Number.parseInt(hexadecimal, 16)) : undefined;
};
