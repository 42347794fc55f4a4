import { createECDH } from "node:crypto";
import { calculateJwkThumbprint } from "jose";
import { Fault } from "#core/fault";
import type { Secret } from "#core/secret";

/** RFC 7517, 4; RFC 7518, 6.2. */
type PublicKey = Readonly<Record<"kty" | "crv" | "x" | "y" | "alg" | "use" | "kid", string>>;
type PrivateKey = PublicKey & { readonly d: string };

type Keys = {
  /** Signs. */
  readonly current: PrivateKey;
  /** What others check signatures with: the current one and, while it is replaced, the one before. */
  readonly published: { readonly keys: readonly PublicKey[] };
};

/**
 * Signing keys (ES256, RFC 7518) from secrets of 32 random bytes in base64url, the newest first: such a number is a private
 * key of P-256, so that whoever deploys has a random string to make and nothing to assemble.
 * @throws configuration.invalid, naming the variable
 */
export const keysFrom = async (secrets: readonly Secret[], variable = "SECURE_KEY"): Promise<Keys> => {
  const keys = await Promise.all(secrets.map((secret) => keyFrom(secret, variable)));
  const [current] = keys;
  if (current === undefined) throw new Fault("configuration.invalid", { variable });
  return { current, published: { keys: keys.map(({ d: _, ...key }) => key) } };
};

const scalarBytes = 32;

const keyFrom = async (secret: Secret, variable: string): Promise<PrivateKey> => {
  const d = Buffer.from(secret.reveal(), "base64url");
  if (d.length !== scalarBytes) throw new Fault("configuration.invalid", { variable });
  const point = pointOf(d, variable);
  const key = {
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

const pointOf = (d: Buffer, variable: string): Buffer => {
  const curve = createECDH("prime256v1");
  try {
    curve.setPrivateKey(d);
  } catch {
    // Zero, or beyond the order of the curve; the library's words would quote it.
    throw new Fault("configuration.invalid", { variable });
  }
  return curve.getPublicKey();
};
