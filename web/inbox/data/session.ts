import * as oauth from "oauth4webapi";
import type { Configuration } from "./api-types.ts";
import { type Issuer, keepPendingSignIn, type PendingSignIn, takePendingSignIn } from "./pending-sign-in.ts";

/** Renewal starts this long before the token ends. */
const RENEW_AHEAD_MS = 60_000;
/** An issuer that does not say how long its token lives is asked again after this. */
const UNKNOWN_LIFETIME_SECONDS = 300;

/** Tokens live in this closure and nowhere else. */
export type Session = {
  token: () => string;
  /** A new token by refresh token; false where the issuer gave none or refuses. One renewal at a time. */
  renew: () => Promise<boolean>;
  /** Calls back shortly before each token ends. Returns how to stop. */
  onExpiring: (act: () => void) => () => void;
  /** Back through the issuer, without a question where its own session still stands. Leaves the page. */
  signInAgain: () => Promise<void>;
  /** Ends the issuer's session too. Leaves the page where the issuer can. */
  signOut: () => Promise<void>;
};

export type SignIn =
  | { status: "signed-in"; session: Session }
  | { status: "signed-out" }
  | { status: "refused" }
  | { status: "leaving" };

/** Answers an issuer's return, which needs no configuration, or asks silently whether someone is signed in. */
export const resume = async (configuration: Promise<Configuration>): Promise<SignIn> => {
  const returned = new URL(location.href);
  if (returned.searchParams.has("error") && !returned.searchParams.has("state")) {
    // An issuer's refusal without our state: asking it again would go round for ever.
    history.replaceState(null, "", "/");
    return { status: "refused" };
  }
  if (!returned.searchParams.has("state")) {
    await leaveFor(await issuerOf(await configuration), "none");
    return { status: "leaving" };
  }
  const pending = takePendingSignIn();
  history.replaceState(null, "", pending?.returnTo ?? "/");
  if (!pending || returned.searchParams.get("state") !== pending.state) return { status: "signed-out" };
  return await finish(pending.issuer, returned, pending);
};

/** Leaves for the issuer's own page. `another`: it asks who, even where somebody is signed in. */
export const signIn = async (configuration: Configuration, { another }: { another: boolean }): Promise<void> =>
  leaveFor(await issuerOf(configuration), another ? "login" : undefined);

const issuerOf = async (configuration: Configuration): Promise<Issuer> => ({
  // Whoever runs the page may know: then the issuer need not be asked where it is to be asked.
  server: configuration.discovered ?? (await discover(configuration)),
  client: { client_id: configuration.clientId },
  insecure: isInsecure(new URL(configuration.issuer)),
  audience: configuration.audience,
});

const discover = async ({ issuer }: Configuration): Promise<oauth.AuthorizationServer> => {
  const url = new URL(issuer);
  const response = await oauth.discoveryRequest(url, { [oauth.allowInsecureRequests]: isInsecure(url) });
  return await oauth.processDiscoveryResponse(url, response);
};

/** This machine's own issuer speaks plain HTTP. */
const isInsecure = ({ hostname, protocol }: URL): boolean =>
  protocol === "http:" && (hostname === "localhost" || hostname === "127.0.0.1");

/** `none` asks without a word, `login` asks in any case (OpenID Connect Core 3.1.2.1). */
type Prompt = "none" | "login" | undefined;

const leaveFor = async (issuer: Issuer, prompt: Prompt): Promise<void> => {
  const pending: PendingSignIn = {
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    verifier: oauth.generateRandomCodeVerifier(),
    returnTo: location.pathname + location.search,
    issuer,
  };
  keepPendingSignIn(pending);
  const url = new URL(issuer.server.authorization_endpoint ?? "");
  const parameters: Record<string, string> = {
    response_type: "code",
    client_id: issuer.client.client_id,
    redirect_uri: redirectUri(),
    scope: "openid profile",
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: "S256",
  };
  // Asked without a word, it need not know which language to speak.
  if (prompt !== "none") parameters["ui_locales"] = document.documentElement.lang;
  if (prompt) parameters["prompt"] = prompt;
  if (URL.canParse(issuer.audience)) parameters["resource"] = issuer.audience;
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  location.replace(url);
};

const redirectUri = (): string => `${location.origin}/`;

const finish = async (issuer: Issuer, returned: URL, pending: PendingSignIn): Promise<SignIn> => {
  const { server, client, insecure } = issuer;
  try {
    const callback = oauth.validateAuthResponse(server, client, returned, pending.state);
    const options = { [oauth.allowInsecureRequests]: insecure };
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.None(),
      callback,
      redirectUri(),
      pending.verifier,
      options,
    );
    const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, {
      expectedNonce: pending.nonce,
      requireIdToken: true,
    });
    return { status: "signed-in", session: createSession(issuer, tokens) };
  } catch (error) {
    // login_required, interaction_required …: the silent question's ordinary "nobody is signed in".
    return {
      status: error instanceof oauth.AuthorizationResponseError && isQuiet(error.error) ? "signed-out" : "refused",
    };
  }
};

const isQuiet = (code: string): boolean => code.endsWith("_required") || code === "account_selection_required";

const createSession = (issuer: Issuer, first: oauth.TokenEndpointResponse): Session => {
  let tokens = first;
  let renewing: Promise<boolean> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();
  const schedule = () => {
    clearTimeout(timer);
    const lifetimeMs = (tokens.expires_in ?? UNKNOWN_LIFETIME_SECONDS) * 1_000;
    const warn = () => {
      for (const listener of listeners) listener();
    };
    timer = setTimeout(warn, Math.max(lifetimeMs - RENEW_AHEAD_MS, lifetimeMs / 2));
  };
  const renewNow = async (): Promise<boolean> => {
    const renewed = await refresh(issuer, tokens);
    if (renewed) {
      tokens = { ...tokens, ...renewed };
      schedule();
    }
    return renewed !== undefined;
  };
  schedule();
  return {
    token: () => tokens.access_token,
    renew: () => {
      renewing ??= renewNow().finally(() => {
        renewing = undefined;
      });
      return renewing;
    },
    onExpiring: (act) => {
      listeners.add(act);
      return () => listeners.delete(act);
    },
    signInAgain: () => leaveFor(issuer, "none"),
    signOut: () => leaveForSignOut(issuer, tokens.id_token),
  };
};

const refresh = async (
  { server, client, insecure }: Issuer,
  tokens: oauth.TokenEndpointResponse,
): Promise<oauth.TokenEndpointResponse | undefined> => {
  if (!tokens.refresh_token) return undefined;
  try {
    const options = { [oauth.allowInsecureRequests]: insecure };
    const response = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), tokens.refresh_token, options);
    return await oauth.processRefreshTokenResponse(server, client, response);
  } catch {
    // Refused or unreachable: the caller shows that the session ends and offers to sign in again.
    return undefined;
  }
};

const leaveForSignOut = async ({ server, client }: Issuer, idToken: string | undefined): Promise<void> => {
  if (!server.end_session_endpoint) {
    location.replace("/");
    return;
  }
  const url = new URL(server.end_session_endpoint);
  url.searchParams.set("client_id", client.client_id);
  url.searchParams.set("post_logout_redirect_uri", redirectUri());
  // Amazon Cognito's own name for it.
  url.searchParams.set("logout_uri", redirectUri());
  if (idToken) url.searchParams.set("id_token_hint", idToken);
  location.replace(url);
};
