import { randomBytes } from "node:crypto";
import { html } from "hono/html";
import type { JWK } from "jose";
import Provider, { type Configuration } from "oidc-provider";
import type { Language } from "../language.ts";
import { type Html, layout } from "../layout.ts";
import { createAdapter } from "../sign-in/adapter.ts";
import { mountProvider, type SignIn } from "../sign-in/mount.ts";
import { contexts, customerClientId, customers, customersMount } from "./customer.ts";

type Options = {
  readonly origin: string;
  /** Signs the tokens. */
  readonly key: JWK;
  /** What the secure page proves itself with. */
  readonly clientKeys: readonly JWK[];
  readonly redirectUri: string;
};

const sessionSeconds = 600;

/** The demo bank's own issuer for its customers: who signs in chooses which of them to be, and how. */
export const createCustomerSignIn = (options: Options): SignIn =>
  mountProvider(createProvider(options), {
    origin: options.origin,
    mount: customersMount,
    page: choicePage,
    loginOf: (form) => {
      const customer = customers.find(({ id }) => id === form.get("customer"));
      const acr = Object.values(contexts).find((each) => each === form.get("context"));
      return customer && acr && { accountId: customer.id, acr };
    },
  });

const createProvider = ({ clientKeys, key, origin, redirectUri }: Options): Provider => {
  const configuration: Configuration = {
    adapter: createAdapter(),
    jwks: { keys: [key] },
    cookies: {
      keys: [randomBytes(32).toString("base64url")],
      // Beside those of the agents' own sign-in, on the same host.
      names: { interaction: "_customer_interaction", resume: "_customer_resume", session: "_customer_session" },
    },
    clients: [
      {
        client_id: customerClientId,
        client_name: "Guichet",
        token_endpoint_auth_method: "private_key_jwt",
        token_endpoint_auth_signing_alg: "ES256",
        jwks: { keys: [...clientKeys] },
        grant_types: ["authorization_code"],
        response_types: ["code"],
        redirect_uris: [redirectUri],
        id_token_signed_response_alg: "ES256",
      },
    ],
    clientDefaults: { id_token_signed_response_alg: "ES256" },
    pkce: { required: () => true },
    scopes: ["openid"],
    claims: { openid: ["sub"], acr: null, auth_time: null },
    acrValues: Object.values(contexts),
    ttl: {
      AccessToken: sessionSeconds,
      Grant: sessionSeconds,
      IdToken: sessionSeconds,
      Interaction: sessionSeconds,
      Session: sessionSeconds,
    },
    findAccount: (_context, id) =>
      customers.some((customer) => customer.id === id) ? { accountId: id, claims: () => ({ sub: id }) } : undefined,
    interactions: { url: (_context, { uid }) => `${customersMount}/sign-in/${uid}` },
    loadExistingGrant,
    features: { devInteractions: { enabled: false } },
  };
  const provider = new Provider(`${origin}${customersMount}`, configuration);
  // Koa would print the details of a refused request; the client has them already.
  provider.silent = true;
  return provider;
};

/** Nobody is asked to consent: it is the bank's own page. */
const loadExistingGrant: Configuration["loadExistingGrant"] = async ({ oidc }) => {
  const { client, session, provider } = oidc;
  if (client === undefined || session?.accountId === undefined) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope("openid");
  await grant.save();
  return grant;
};

const words = {
  fr: {
    title: "Connexion client",
    lead: "Choisissez un client inventé, et comment il se connecte.",
    app: "avec l’application",
    password: "mot de passe seul",
    demo: "Démonstration : sans mot de passe, sur cette machine seulement.",
  },
  en: {
    title: "Customer sign-in",
    lead: "Choose an invented customer, and how they sign in.",
    app: "with the app",
    password: "password alone",
    demo: "Demo: no password, on this machine only.",
  },
} as const;

const choicePage = (language: Language, uid: string): Html => {
  const { app, demo, lead, password, title } = words[language];
  const action = `${customersMount}/sign-in/${uid}`;
  const button = (id: string, context: string, text: string) =>
    html`<form method="post" action="${action}"><input type="hidden" name="customer" value="${id}" /><button name="context" value="${context}">${text}</button></form>`;
  const rows = customers.map(
    ({ id, name }) =>
      html`<li class="customer"><strong>${name}</strong> ${button(id, contexts.app, app)} ${button(id, contexts.password, password)}</li>`,
  );
  return layout(
    { language, title },
    html`<main class="card"><p class="bank">Banque Lumière</p><h1>${title}</h1><p class="lead">${lead}</p><ul class="customers">${rows}</ul><p class="small">${demo}</p></main>`,
  );
};
