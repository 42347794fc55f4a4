import type { AccountHealth, Credential, CredentialKind } from "../../data/channels/types.ts";

/** Their own names, the same in every language. */
export const PLATFORMS: Record<AccountHealth["platform"], string> = {
  x: "X",
  facebook: "Facebook",
  instagram: "Instagram",
  whatsapp: "WhatsApp",
};

/** Who signs what arrives. */
export const SENDERS = { x: "X", meta: "Meta" } as const;

export const platformOf = (id: string): AccountHealth["platform"] | undefined =>
  (["x", "facebook", "instagram", "whatsapp"] as const).find((platform) => platform === id);

/** One thing to fill in. `secret` ones are not shown while they are written. */
export type Field = {
  name:
    | "token"
    | "consumerKey"
    | "consumerSecret"
    | "tokenSecret"
    | "clientId"
    | "clientSecret"
    | "accessToken"
    | "refreshToken"
    | "expiresAt"
    | "appToken";
  type: "secret" | "text" | "time";
  optional?: true;
};

const appToken: Field = { name: "appToken", type: "secret", optional: true };

/** What each kind of access is made of. */
const FIELDS: Record<CredentialKind, readonly Field[]> = {
  bearer: [{ name: "token", type: "secret" }],
  "x-oauth1": [
    { name: "consumerKey", type: "text" },
    { name: "consumerSecret", type: "secret" },
    { name: "token", type: "text" },
    { name: "tokenSecret", type: "secret" },
    appToken,
  ],
  "x-oauth2": [
    { name: "clientId", type: "text" },
    { name: "clientSecret", type: "secret", optional: true },
    { name: "accessToken", type: "secret" },
    { name: "refreshToken", type: "secret" },
    { name: "expiresAt", type: "time" },
    appToken,
  ],
  "instagram-login": [
    { name: "token", type: "secret" },
    { name: "expiresAt", type: "time" },
  ],
};

export const fieldsOf = (platform: AccountHealth["platform"], kind: CredentialKind): readonly Field[] =>
  kind === "bearer" && platform === "x" ? [...FIELDS.bearer, appToken] : FIELDS[kind];

/** The usual one first. */
export const kindsOf = (platform: AccountHealth["platform"]): readonly CredentialKind[] => {
  switch (platform) {
    case "x":
      return ["x-oauth1", "x-oauth2", "bearer"];
    case "instagram":
      return ["bearer", "instagram-login"];
    case "facebook":
    case "whatsapp":
      return ["bearer"];
  }
};

/** What was filled in, as it is sent: without what was left empty, times in UTC. */
export const credentialOf = (kind: CredentialKind, fields: readonly Field[], filled: FormData): Credential => {
  const given = fields.flatMap(({ name, type }) => {
    const value = String(filled.get(name) ?? "").trim();
    if (value === "") return [];
    return [[name, type === "time" ? new Date(value).toISOString() : value] as const];
  });
  return { ...Object.fromEntries(given), kind };
};

/** Those that somebody has to see to come first. */
export const byUrgency = (accounts: readonly AccountHealth[]): readonly AccountHealth[] =>
  accounts.toSorted((one, other) => weightOf(other) - weightOf(one));

const weightOf = ({ gaps, problems, state }: AccountHealth): number =>
  (state === "reconnect" ? 4 : 0) + (problems.length > 0 ? 2 : 0) + (gaps > 0 ? 1 : 0);
