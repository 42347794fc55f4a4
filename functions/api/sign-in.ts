import {
  createRemoteJWKSet,
  customFetch,
  errors,
  type JWTHeaderParameters,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from "jose";
import * as Entity from "#core/entity";
import { Fault } from "#core/fault";
import type * as Sla from "#core/sla";
import { type Runtime, required } from "#functions/runtime";
import type { Discovery } from "./discovery.ts";
import { type Grant, grantOf, withNamed } from "./permission.ts";

/** Who a request speaks for, and what they may do. */
export type Caller = Grant & {
  readonly agentId: string;
  readonly entityId: string;
  readonly name: string;
  readonly teamIds: readonly string[];
  /** New here: every reply has a second pair of eyes. */
  readonly isProbation?: true;
  /** When the token ends. */
  readonly expiresAt: Sla.Instant;
};

/** Asymmetric signatures only (RFC 8725, 3.1): a token signed with a shared key, or not at all, is refused. */
const algorithms = ["RS256", "PS256", "ES256", "EdDSA"];
const keysTimeoutMilliseconds = 3_000;
const clockToleranceSeconds = 5;

type Keys = JWTVerifyGetKey;

/**
 * Checks an access token (RFC 9068): signature by the issuer's published keys, issuer, audience, expiry, entity and role;
 * then that the agent is known and still welcome.
 */
export const createSignIn = (runtime: Runtime, discovery: Discovery) => {
  let keys: Promise<Keys> | undefined;
  return async (authorization: string | undefined): Promise<Caller> => {
    const token = /^Bearer ([\w.~+/=-]+)$/i.exec(authorization ?? "")?.[1];
    if (token === undefined) throw new Fault("sign-in.required");
    keys ??= publishedBy(runtime, discovery);
    keys.catch(() => {
      // The issuer did not answer: ask again with the next request.
      keys = undefined;
    });
    const payload = await verify(runtime, token, await keys);
    return welcome(runtime, payload);
  };
};

const publishedBy = async ({ fetch }: Runtime, discovery: Discovery): Promise<Keys> => {
  const { jwks_uri: address } = await discovery();
  if (address === undefined) throw new Fault("configuration.invalid", { variable: "OIDC_ISSUER" });
  const published = createRemoteJWKSet(new URL(address), {
    timeoutDuration: keysTimeoutMilliseconds,
    [customFetch]: fetch,
  });
  return async (header, token) => {
    try {
      return await published(header, token);
    } catch (error) {
      if (isOfToken(error)) throw error;
      throw new Fault("sign-in.unavailable");
    }
  };
};

/** The key set was read, and it is the token that finds no key in it. A set that could not be read says nothing of the token. */
const isOfToken = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys ||
  error instanceof errors.JOSENotSupported;

const verify = async (runtime: Runtime, token: string, keys: Keys): Promise<JWTPayload> => {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      issuer: required(runtime.environment, "OIDC_ISSUER"),
      algorithms,
      clockTolerance: clockToleranceSeconds,
      currentDate: new Date(runtime.now()),
      requiredClaims: ["sub", "exp"],
    });
    const audience = required(runtime.environment, "OIDC_AUDIENCE");
    if (!isForAccess(protectedHeader, payload) || !isForUs(payload, audience)) throw new Fault("sign-in.required");
    return payload;
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw new Fault("sign-in.expired");
    if (error instanceof errors.JOSEError) throw new Fault("sign-in.required");
    throw error;
  }
};

const accessTypes = ["at+jwt", "application/at+jwt", "jwt"];

/**
 * An ID token tells an application who signed in, and opens nothing (RFC 9068, 4 and 5). Issuers that give both kinds one
 * header tell them apart by a claim: `typ` at Keycloak, `at_hash` and `nonce` in OpenID Connect Core 1.0, 2.
 */
const isForAccess = ({ typ }: JWTHeaderParameters, payload: JWTPayload): boolean =>
  (typ === undefined || accessTypes.includes(typ.toLowerCase())) &&
  payload["typ"] !== "ID" &&
  payload["at_hash"] === undefined &&
  payload["nonce"] === undefined;

/** Amazon Cognito's access tokens carry no `aud`: their client is in `client_id`, and `token_use` tells them from ID tokens. */
const isForUs = (payload: JWTPayload, audience: string): boolean => {
  const use = payload["token_use"];
  if (use !== undefined && use !== "access") return false;
  const audiences = payload.aud === undefined ? [payload["client_id"]] : [payload.aud].flat();
  return audiences.includes(audience);
};

const welcome = async ({ environment, store }: Runtime, payload: JWTPayload): Promise<Caller> => {
  const claims = [payload[environment.CLAIM_ROLE]].flat().flatMap((claim) => Entity.Role.safeParse(claim).data ?? []);
  const entityId = payload[environment.CLAIM_ENTITY];
  const { exp, sub: agentId } = payload;
  if (typeof entityId !== "string" || agentId === undefined || exp === undefined) {
    throw new Fault("permission.denied");
  }
  const agent = (await store.readDesk(entityId, agentId))?.agent;
  if (agent?.removed === true) throw new Fault("agent.removed");
  // The first admin comes before there is anybody to add one.
  if (agent === undefined && claims[0] !== "admin") throw new Fault("agent.unknown");
  const grant = grantOf(claims, agent?.role);
  if (grant === undefined) throw new Fault("permission.denied");
  const name = payload[environment.CLAIM_NAME];
  return {
    agentId,
    entityId,
    ...withNamed(grant, agent),
    name: agent?.name ?? (typeof name === "string" ? name : agentId),
    teamIds: agent?.teamIds ?? [],
    ...(agent?.probation === true ? { isProbation: true } : {}),
    expiresAt: new Date(exp * 1000).toISOString(),
  };
};
