import { createHash } from "node:crypto";

/** A name of 43 characters for what it is made of. */
export const shortHash = (text: string): string => createHash("sha256").update(text).digest("base64url");
