import { createHash, generateKeyPairSync } from "node:crypto";
import type { JWK } from "jose";
import { keepOnce } from "../folder.ts";

/** The private key (ES256, as JWK with its `kid`) that signs the tokens of this data folder. */
export const signingKey = (dataDir: string | undefined): JWK =>
  JSON.parse(keepOnce(dataDir, "sign-in-key.json", newKey));

const newKey = (): string => {
  const jwk = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ format: "jwk" });
  const kid = createHash("sha256").update(`${jwk.x}.${jwk.y}`).digest("base64url");
  return JSON.stringify({ ...jwk, kid, alg: "ES256", use: "sig" });
};
