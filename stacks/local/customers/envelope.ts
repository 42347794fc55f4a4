import { compactDecrypt, importJWK, type JWK, type JWTPayload, type JWTVerifyGetKey, jwtVerify, SignJWT } from "jose";

export type Keyed = JWK & { readonly kid: string };

type Opening = {
  /** Ours. */
  readonly encryptionKey: Keyed;
  /** The counter's, as it publishes them. */
  readonly keys: JWTVerifyGetKey;
  /** Who may have sealed it, and for whom. */
  readonly issuer: string;
  readonly audience: string;
  readonly type?: string;
};

/** What the counter sealed for one of the bank's systems: decrypted, then checked as signed by the counter for this system. */
export const openSealed = async (
  token: string,
  { audience, encryptionKey, issuer, keys, type }: Opening,
): Promise<JWTPayload> => {
  const { plaintext } = await compactDecrypt(token, await importJWK(encryptionKey, "ECDH-ES"), {
    keyManagementAlgorithms: ["ECDH-ES"],
    contentEncryptionAlgorithms: ["A256GCM"],
  });
  const { payload } = await jwtVerify(new TextDecoder().decode(plaintext), keys, {
    audience,
    issuer,
    algorithms: ["ES256"],
    requiredClaims: ["jti", "exp"],
    ...(type === undefined ? {} : { typ: type }),
  });
  return payload;
};

type Telling = {
  /** The counter's address for notices, and the name it goes by. */
  readonly to: { readonly url: string; readonly audience: string };
  readonly from: { readonly issuer: string; readonly key: Keyed };
  readonly type: string;
  readonly claims: Readonly<Record<string, string>>;
};

const lifeSeconds = 120;
const timeoutMilliseconds = 5_000;

/** Tells the counter something, signed. Whether it was taken. */
export const tellCounter = async ({ claims, from, to, type }: Telling): Promise<boolean> => {
  const body = await new SignJWT({ ...claims })
    .setProtectedHeader({ alg: "ES256", kid: from.key.kid, typ: type })
    .setIssuer(from.issuer)
    .setAudience(to.audience)
    .setJti(crypto.randomUUID())
    .setIssuedAt()
    .setExpirationTime(`${lifeSeconds}s`)
    .sign(await importJWK(from.key, "ES256"));
  const answer = await fetch(to.url, {
    method: "POST",
    headers: { "content-type": "application/jose" },
    body,
    signal: AbortSignal.timeout(timeoutMilliseconds),
  });
  return answer.ok;
};
