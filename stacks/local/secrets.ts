import { randomBytes } from "node:crypto";
import { channelTokens } from "./account.ts";
import { keepOnce } from "./folder.ts";

/**
 * The secrets of a system on this machine, by the name of their variable. Those of the platforms are fixed
 * and known to everybody, so that scripts can sign; the bank's own keys are made once a data folder.
 * `given` wins over every default.
 */
export const localSecrets = (
  dataDir: string | undefined,
  given: Readonly<Record<string, string | undefined>> = {},
): Record<string, string> => {
  const secrets: Record<string, string> = {};
  for (const [name, fallback] of Object.entries(defaults(dataDir))) secrets[name] = given[name] || fallback();
  return secrets;
};

const defaults = (dataDir: string | undefined): Record<string, () => string> => ({
  X_CONSUMER_SECRET: () => "local-x-consumer-secret",
  META_APP_SECRET: () => "local-meta-app-secret",
  META_VERIFY_TOKEN: () => "local-meta-verify-token",
  CHANNEL_TOKENS: () => JSON.stringify(channelTokens),
  TOKEN_KEY: () => keepOnce(dataDir, "token-key", newKey),
  IDENTITY_KEY: () => keepOnce(dataDir, "identity-key", newKey),
  ADDRESS_KEY: () => keepOnce(dataDir, "address-key", newKey),
  EVIDENCE_KEY: () => keepOnce(dataDir, "evidence-key", newKey),
  SESSION_KEY: () => keepOnce(dataDir, "session-key", newKey),
  OIDC_CLIENT_SECRET: () => keepOnce(dataDir, "client-secret", newKey),
  OIDC_CLIENT_KEY: () => keepOnce(dataDir, "client-key", newKey),
  EDGE_KEY: () => keepOnce(dataDir, "edge-key", newKey),
  SECURE_KEY: () => keepOnce(dataDir, "secure-key", newKey),
});

export const secretNames: readonly string[] = Object.keys(defaults(undefined));

/** 32 random bytes, base64url. */
const newKey = (): string => randomBytes(32).toString("base64url");
