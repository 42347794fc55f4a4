import { createHash, generateKeyPairSync } from "node:crypto";
import type { JWK } from "jose";
import { keepOnce } from "../folder.ts";

/** The private key (ES256, as JWK with its `kid`) that signs the tokens of this data folder. */
export const signingKey = (dataDir: string | undefined): JWK => keptKey(dataDir, "sign-in-key.json", "sig");

/** A P-256 key of this data folder, as JWK with its `kid`. */
export const keptKey = (dataDir: string | undefined, name: string, use: "sig" | "enc"): JWK & { kid: string } =>
  JSON.parse(keepOnce(dataDir, name, () => newKey(use)));

const newKey = (use: "sig" | "enc"): string => {
  const jwk = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ format: "jwk" });
  const kid = createHash("sha256").update(`${jwk.x}.${jwk.y}`).digest("base64url");
  return JSON.stringify({ ...jwk, kid, alg: use === "sig" ? "ES256" : "ECDH-ES", use });
};

export const publicPart = ({ d: _, ...key }: JWK & { kid: string }): JWK & { kid: string } => key;
