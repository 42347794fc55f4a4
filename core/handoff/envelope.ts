import {
  CompactEncrypt,
  createLocalJWKSet,
  decodeProtectedHeader,
  errors,
  importJWK,
  type JWK,
  type JWTPayload,
  jwtVerify,
  SignJWT,
} from "jose";
import * as z from "zod";
import { Fault } from "#core/fault";
import type { Instant } from "#core/sla";

type Parties = { readonly issuer: string; readonly audience: string };
type Signing = Parties & {
  readonly claims: Readonly<Record<string, unknown>>;
  /** Names this token: whoever takes it takes it once. */
  readonly id: string;
  readonly type: string;
  readonly signingKey: JWK & { readonly kid: string };
  readonly now: Instant;
  readonly lifetimeSeconds: number;
};
type Sealing = Signing & { readonly encryptionKey: JWK };

/** How a key of a kind takes part in an encryption (RFC 7518, 4.1); one that says its own is believed if it is among them. */
const keyAgreements: Readonly<Record<string, readonly string[]>> = {
  EC: ["ECDH-ES"],
  OKP: ["ECDH-ES"],
  RSA: ["RSA-OAEP-256"],
};

/** Signed alone (RFC 7515, compact): for what may be read on the way. */
export const signEnvelope = async (signing: Signing): Promise<string> => {
  const { audience, claims, id, issuer, lifetimeSeconds, now, signingKey, type } = signing;
  const issuedAt = Math.floor(Date.parse(now) / 1000);
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: "ES256", kid: signingKey.kid, typ: type })
    .setIssuer(issuer)
    .setAudience(audience)
    .setJti(id)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + lifetimeSeconds)
    .sign(await importJWK(signingKey, "ES256"));
};

/** Signed, then encrypted (RFC 7519, 11.2): nobody on the way reads it, and the receiver knows whose it is. */
export const sealEnvelope = async ({ encryptionKey, ...signing }: Sealing): Promise<string> => {
  const signed = await signEnvelope(signing);
  const [alg] = keyAgreements[encryptionKey.kty ?? ""] ?? [];
  if (alg === undefined) throw new Fault("configuration.invalid", { variable: "encryptionKey" });
  return new CompactEncrypt(new TextEncoder().encode(signed))
    .setProtectedHeader({
      alg,
      enc: "A256GCM",
      cty: "JWT",
      ...(encryptionKey.kid === undefined ? {} : { kid: encryptionKey.kid }),
    })
    .encrypt(await importJWK(encryptionKey, alg));
};

/** What the bank's own messaging tells of a customer who was sent there. */
const Notice = z.object({
  jti: z.string().min(8).max(200),
  exp: z.number(),
  handoff: z.string().min(1).max(80),
  conversation: z.string().min(1).max(80),
  event: z.enum(["opened", "case-created", "closed"]),
});
export type Notice = z.infer<typeof Notice>;

/** Asymmetric signatures only (RFC 8725, 3.1): one under a shared key, or none, is no signature of the bank's. */
const algorithms = ["ES256", "ES384", "PS256", "RS256", "EdDSA", "Ed25519"];
const noticeType = "handoff-notice+jwt";
const longestLifeSeconds = 600;
/** The clocks of two houses. */
const toleranceSeconds = 60;

type Reading = Parties & { readonly keys: readonly JWK[]; readonly now: Instant };

/**
 * What a token says, as its signature, its parties and its time allow: signed by one of the keys we were given, by name, and
 * by no key the token brings along.
 * @throws handoff.notice-invalid
 */
export const readSigned = async (
  token: string,
  { audience, issuer, keys, now, type }: Reading & { readonly type: string },
): Promise<JWTPayload> => {
  try {
    if (typeof decodeProtectedHeader(token).kid !== "string") throw new Fault("handoff.notice-invalid");
    const { payload } = await jwtVerify(token, createLocalJWKSet({ keys: [...keys] }), {
      issuer,
      audience,
      algorithms,
      typ: type,
      clockTolerance: toleranceSeconds,
      currentDate: new Date(now),
      requiredClaims: ["jti", "iat", "exp"],
      maxTokenAge: longestLifeSeconds,
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) throw new Fault("handoff.notice-invalid");
    throw error;
  }
};

/** @throws handoff.notice-invalid */
export const readNotice = async (token: string, reading: Reading): Promise<Notice> =>
  noticeIn(await readSigned(token, { ...reading, type: noticeType }));

const noticeIn = (payload: JWTPayload): Notice => {
  const notice = Notice.safeParse(payload);
  if (!notice.success) throw new Fault("handoff.notice-invalid");
  return notice.data;
};
