import { createHash } from "node:crypto";
import * as Identity from "#core/identity";
import type { Secret } from "#core/secret";

export const tokenBytes = 32;

/** What is stored of a token of 256 random bits: it cannot be guessed, so its plain hash tells nothing. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("base64url");

/** What is stored of a code: there are few enough to try all, so its hash is keyed. */
export const hashCode = (key: Secret, entityId: string, code: string): string =>
  Identity.keyed(key, "secure-code", entityId, code);

/** Of a code that proves a social account, sent in its conversation. */
export const hashProof = (key: Secret, entityId: string, code: string): string =>
  Identity.keyed(key, "secure-proof", entityId, code);

/** The customer as we know them: a keyed hash of what the bank's issuer calls them. */
export const customerIdOf = (
  key: Secret,
  entityId: string,
  subject: { readonly issuer: string; readonly id: string },
): string => Identity.keyedId(key, "k", "customer", entityId, subject.issuer, subject.id);

export const pathOf = (entityId: string): string => `/secure/${entityId}`;
export const linkOf = (origin: string, entityId: string, token: string): string =>
  `${origin}${pathOf(entityId)}/l/${token}`;
