import { createECDH } from "node:crypto";
import { calculateJwkThumbprint, type JWK } from "jose";
import { Fault } from "#core/fault";
import type { Secret } from "#core/secret";

type Keys = {
  /** Signs. */
  readonly current: JWK & { readonly kid: string };
  /** What others check signatures with: the current one and, while it is replaced, the one before. */
  readonly published: { readonly keys: readonly JWK[] };
};

/**
 * Signing keys (ES256, RFC 7518) from secrets of 32 random bytes in base64url, the newest first: such a number is a private
 * key of P-256, so that whoever deploys has a random string to make and nothing to assemble.
 * @throws configuration.invalid
 */
export const keysFrom = async (secrets: readonly Secret[]): Promise<Keys> => {
  const keys = await Promise.all(secrets.map(keyFrom));
  const [current] = keys;
  if (current === undefined) throw new Fault("configuration.invalid", { variable: "SECURE_KEY" });
  return { current, published: { keys: keys.map(({ d: _, ...key }) => key) } };
};

const scalarBytes = 32;

const keyFrom = async (secret: Secret): Promise<JWK & { readonly kid: string }> => {
  const d = Buffer.from(secret.reveal(), "base64url");
  if (d.length !== scalarBytes) throw new Fault("configuration.invalid", { variable: "SECURE_KEY" });
  const point = pointOf(d);
  const key: JWK = {
    kty: "EC",
    crv: "P-256",
    d: d.toString("base64url"),
    x: point.subarray(1, 1 + scalarBytes).toString("base64url"),
    y: point.subarray(1 + scalarBytes).toString("base64url"),
    alg: "ES256",
    use: "sig",
  };
  return { ...key, kid: await calculateJwkThumbprint(key) };
};

const pointOf = (d: Buffer): Buffer => {
  const curve = createECDH("prime256v1");
  try {
    curve.setPrivateKey(d);
  } catch {
    // Zero, or beyond the order of the curve; the library's words would quote it.
    throw new Fault("configuration.invalid", { variable: "SECURE_KEY" });
  }
  return curve.getPublicKey();
};
