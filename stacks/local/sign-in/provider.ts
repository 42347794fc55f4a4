import { randomBytes } from "node:crypto";
import type { JWK } from "jose";
import Provider, { type Configuration, errors, type KoaContextWithOIDC } from "oidc-provider";
import { languageOf } from "../language.ts";
import { people } from "../person.ts";
import { createAdapter } from "./adapter.ts";
import { problemPage, signedOutPage, signOutPage } from "./page.ts";
import { audience, claimsOf, clientId, lifetimeSeconds } from "./token.ts";

/**
 * OpenID Connect for the demo people: authorization code with PKCE and a client that proves itself, access
 * tokens as JWT for the one resource there is. Everything the page asks for is granted, on this machine only.
 */
export const createProvider = (issuing: Issuing): Provider => {
  const provider = new Provider(`${issuing.origin}/oidc`, configurationOf(issuing));
  // Koa would print the details of a refused request; the client has them already.
  provider.silent = true;
  return provider;
};

export type Issuing = {
  readonly origin: string;
  /** Signs the tokens. */
  readonly key: JWK;
  /** What its one client proves itself by. */
  readonly proof: { readonly secret: string } | { readonly keys: readonly JWK[] };
};

const sessionSeconds = 12 * 3600;

const configurationOf = ({ key, origin, proof }: Issuing): Configuration => ({
  adapter: createAdapter(),
  jwks: { keys: [key] },
  cookies: { keys: [randomBytes(32).toString("base64url")] },
  clients: [
    {
      client_id: clientId,
      client_name: "Guichet",
      ...("secret" in proof
        ? { client_secret: proof.secret, token_endpoint_auth_method: "client_secret_basic" }
        : {
            jwks: { keys: [...proof.keys] },
            token_endpoint_auth_method: "private_key_jwt",
            token_endpoint_auth_signing_alg: "ES256",
          }),
      grant_types: ["authorization_code", "refresh_token"],
      response_types: ["code"],
      redirect_uris: [`${origin}/`],
      post_logout_redirect_uris: [`${origin}/`],
      id_token_signed_response_alg: "ES256",
    },
  ],
  clientDefaults: { id_token_signed_response_alg: "ES256" },
  // No page calls it: the API does.
  clientBasedCORS: () => false,
  pkce: { required: () => true },
  scopes: ["openid", "profile"],
  claims: { openid: ["sub"], profile: ["name"] },
  conformIdTokenClaims: false,
  ttl: {
    AccessToken: lifetimeSeconds,
    IdToken: lifetimeSeconds,
    Grant: sessionSeconds,
    Interaction: sessionSeconds,
    RefreshToken: sessionSeconds,
    Session: sessionSeconds,
  },
  issueRefreshToken: () => true,
  rotateRefreshToken: true,
  findAccount: (_context, id) => {
    const person = subject(id);
    return person && { accountId: id, claims: () => ({ sub: id, name: person.name }) };
  },
  extraTokenClaims: (_context, token) => {
    const person = "accountId" in token ? subject(token.accountId) : undefined;
    return person && claimsOf(person);
  },
  interactions: { url: (_context, { uid }) => `/oidc/sign-in/${uid}` },
  loadExistingGrant,
  renderError: async (context, out) => {
    context.type = "html";
    context.body = String(await problemPage(readerOf(context), out.error));
  },
  features: {
    devInteractions: { enabled: false },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => audience,
      useGrantedResource: () => true,
      getResourceServerInfo: (_context, resource) => {
        if (resource !== audience) throw new errors.InvalidTarget();
        return { scope: "", audience, accessTokenFormat: "jwt", accessTokenTTL: lifetimeSeconds, jwt: signed };
      },
    },
    // A client may take back what it was given itself.
    revocation: { enabled: true, allowedPolicy: (_context, client, token) => token.clientId === client.clientId },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: async (context, form) => {
        context.body = String(await signOutPage(readerOf(context), form));
      },
      postLogoutSuccessSource: async (context) => {
        context.body = String(await signedOutPage(readerOf(context)));
      },
    },
  },
});

const signed = { sign: { alg: "ES256" } } as const;

const subject = (id: string) => people.find((person) => person.id === id);

const readerOf = ({ oidc, headers }: KoaContextWithOIDC) =>
  languageOf(oidc?.params?.["ui_locales"], headers["accept-language"]);

/** Nobody is asked to consent: the bank's own page may know who signed in. */
const loadExistingGrant: Configuration["loadExistingGrant"] = async ({ oidc }) => {
  const { client, session, provider } = oidc;
  if (client === undefined || session?.accountId === undefined) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope("openid profile");
  await grant.save();
  return grant;
};
