import * as z from "zod";
import type * as Sla from "#core/sla";

const secret = z.string().min(1).max(4_096);
/** Of X: reads the webhooks of the app. Not the account's own. */
const appToken = secret.optional();

/** What proves to a platform that we speak for an account. Kept sealed, never told again. */
export const Credential = z.discriminatedUnion("kind", [
  /** A Page's, a system user's or an app's token, which does not end by itself. */
  z.object({ kind: z.literal("bearer"), token: secret, appToken }),
  /** X, OAuth 1.0a: does not end. */
  z.object({
    kind: z.literal("x-oauth1"),
    consumerKey: secret,
    consumerSecret: secret,
    token: secret,
    tokenSecret: secret,
    appToken,
  }),
  /** X, OAuth 2.0: the access token lives two hours, the refresh token is good once. */
  z.object({
    kind: z.literal("x-oauth2"),
    clientId: secret,
    clientSecret: secret.optional(),
    accessToken: secret,
    refreshToken: secret,
    expiresAt: z.iso.datetime(),
    appToken,
  }),
  /** Instagram's own login: lives sixty days and is prolonged while it lives. */
  z.object({ kind: z.literal("instagram-login"), token: secret, expiresAt: z.iso.datetime() }),
]);
export type Credential = z.infer<typeof Credential>;
export const credentialKinds = Credential.options.map(({ shape }) => shape.kind.value);

/** When it ends, where it does. */
export const expiryOf = (credential: Credential): Sla.Instant | undefined =>
  "expiresAt" in credential ? credential.expiresAt : undefined;

/** How long before its end one is renewed: refreshing X's sooner breaks its chain, Instagram's is taken at any time. */
const renewedBeforeMilliseconds = {
  "x-oauth2": 10 * 60_000,
  "instagram-login": 10 * 24 * 60 * 60_000,
} as const;

export type Renewable = Extract<Credential, { kind: keyof typeof renewedBeforeMilliseconds }>;

export const isRenewable = (credential: Credential): credential is Renewable =>
  credential.kind in renewedBeforeMilliseconds;

export const isToRenew = (credential: Renewable, now: Sla.Instant): boolean =>
  Date.parse(credential.expiresAt) - Date.parse(now) <= renewedBeforeMilliseconds[credential.kind];

/** Which platforms take which. */
export const fits = (platform: string, { kind }: Credential): boolean => {
  switch (kind) {
    case "bearer":
      return true;
    case "x-oauth1":
    case "x-oauth2":
      return platform === "x";
    case "instagram-login":
      return platform === "instagram";
  }
};
