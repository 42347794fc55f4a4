import { randomUUID } from "node:crypto";
import { importJWK, type JWK, SignJWT } from "jose";
import type { Person } from "../person.ts";

export const entityId = "lumiere";
export const audience = "urn:guichet:api";
export const clientId = "guichet-web";
export const lifetimeSeconds = 3600;

/** What a token says of a person beside the standard claims. */
export const claimsOf = (person: Person): Record<string, string> => ({
  guichet_role: person.role,
  guichet_entity: entityId,
  name: person.name,
});

/**
 * An access token (JWT, `at+jwt`, RFC 9068) as the sign-in page would give it.
 * `now` is in milliseconds of the epoch, as `Date.now()` gives it.
 */
export const signToken = async (
  key: JWK,
  { person, issuer, now, expiresInSeconds = lifetimeSeconds }: TokenRequest,
): Promise<string> => {
  const issuedAtSeconds = Math.floor(now / 1000);
  return new SignJWT({ ...claimsOf(person), client_id: clientId, jti: randomUUID() })
    .setProtectedHeader({ alg: "ES256", typ: "at+jwt", kid: key.kid ?? "" })
    .setIssuer(issuer)
    .setSubject(person.id)
    .setAudience(audience)
    .setIssuedAt(issuedAtSeconds)
    .setExpirationTime(issuedAtSeconds + expiresInSeconds)
    .sign(await importJWK(key, "ES256"));
};

type TokenRequest = {
  readonly person: Person;
  readonly issuer: string;
  readonly now: number;
  readonly expiresInSeconds?: number;
};
