import { createHash, randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createRemoteJWKSet, decodeJwt, jwtVerify } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { personOf } from "../../../stacks/local/person.ts";
import { createSignIn } from "../../../stacks/local/sign-in/index.ts";
import { signingKey } from "../../../stacks/local/sign-in/key.ts";
import { audience, clientId, signToken } from "../../../stacks/local/sign-in/token.ts";

let server: Server;
let origin: string;
const key = signingKey(undefined);
const clientSecret = "client-secret";
const basic = (secret: string) => ({ authorization: `Basic ${btoa(`${clientId}:${secret}`)}` });

beforeAll(async () => {
  server = createServer((request, response) => void signIn(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const signIn = createSignIn({ origin, key, proof: { secret: clientSecret } });
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
});

/** A browser of a few lines: keeps cookies, follows redirects of the issuer, stops at the page. */
const createBrowser = () => {
  const cookies = new Map<string, string>();
  const visit = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, { ...init, redirect: "manual", headers: { ...init.headers, cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get("location");
    if (location === null || new URL(location, url).pathname === "/") return response;
    return visit(new URL(location, url).href, init.headers ? { headers: init.headers } : {});
  };
  return visit;
};

const challenge = (verifier: string) => createHash("sha256").update(verifier).digest("base64url");

const authorization = (parameters: Record<string, string>): string => {
  const fixed = { client_id: clientId, redirect_uri: `${origin}/`, response_type: "code", scope: "openid profile" };
  return `${origin}/oidc/auth?${new URLSearchParams({ ...fixed, resource: audience, state: "st", ...parameters })}`;
};

const choose = (person: string) => ({ method: "POST", body: new URLSearchParams({ person }) });

/** Signs in by clicking a person; gives the code that comes back. */
const signInAs = async (person: string, verifier: string): Promise<string> => {
  const visit = createBrowser();
  const question = await visit(
    authorization({ code_challenge: challenge(verifier), code_challenge_method: "S256", nonce: "n" }),
  );
  const action = /action="([^"]+)"/.exec(await question.text())?.[1] ?? "";
  const returned = await visit(`${origin}${action}`, choose(person));
  return new URL(returned.headers.get("location") ?? "", origin).searchParams.get("code") ?? "";
};

const exchange = (code: string, verifier: string, headers: Record<string, string> = basic(clientSecret)) =>
  fetch(`${origin}/oidc/token`, {
    method: "POST",
    headers,
    body: new URLSearchParams({
      ...(headers["authorization"] === undefined ? { client_id: clientId } : {}),
      grant_type: "authorization_code",
      redirect_uri: `${origin}/`,
      code,
      code_verifier: verifier,
    }),
  });

const jwks = () => createRemoteJWKSet(new URL(`${origin}/oidc/jwks`));
const expected = () => ({ issuer: `${origin}/oidc`, audience, typ: "at+jwt" });

test("a person clicked becomes an access token with their role and entity", async () => {
  const verifier = randomBytes(32).toString("base64url");
  const response = await exchange(await signInAs("ines", verifier), verifier);
  const tokens = (await response.json()) as { access_token: string; id_token: string; refresh_token?: string };
  const { payload } = await jwtVerify(tokens.access_token, jwks(), expected());
  expect(payload).toMatchObject({
    sub: "ines",
    guichet_role: "supervisor",
    guichet_entity: "lumiere",
    name: "Inès Lambert",
  });
  expect(decodeJwt(tokens.id_token)["sub"]).toBe("ines");
});

test("a code is worth nothing with another verifier", async () => {
  const code = await signInAs("camille", randomBytes(32).toString("base64url"));
  const response = await exchange(code, randomBytes(32).toString("base64url"));
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: "invalid_grant" });
});

test("a token is renewed without a question, and a used refresh token is worth nothing", async () => {
  const verifier = randomBytes(32).toString("base64url");
  const first = await exchange(await signInAs("yanis", verifier), verifier);
  const { refresh_token: refreshToken } = (await first.json()) as { refresh_token: string };
  const body = () => new URLSearchParams({ grant_type: "refresh_token", refresh_token: refreshToken });
  const renewal = () => fetch(`${origin}/oidc/token`, { method: "POST", headers: basic(clientSecret), body: body() });
  const renewed = await renewal();
  const { access_token: accessToken } = (await renewed.json()) as { access_token: string };
  expect((await jwtVerify(accessToken, jwks(), expected())).payload).toMatchObject({
    sub: "yanis",
    guichet_role: "agent",
  });
  expect((await renewal()).status).toBe(400);
});

test("a code and its verifier are worth nothing without the client's secret: no script redeems what it got hold of", async () => {
  const verifier = randomBytes(32).toString("base64url");
  const code = await signInAs("camille", verifier);
  for (const headers of [{}, basic("invented")]) {
    const refused = await exchange(code, verifier, headers);
    expect([refused.status, await refused.json()]).toMatchObject([401, { error: "invalid_client" }]);
  }
});

test("a request without a PKCE challenge is refused", async () => {
  const response = await createBrowser()(authorization({}));
  const location = new URL(response.headers.get("location") ?? "", origin);
  expect(location.searchParams.get("error")).toBe("invalid_request");
});

test("another redirect than the page's own gets a plain page and no redirect", async () => {
  const url = authorization({ redirect_uri: "https://elsewhere.example/" });
  const response = await createBrowser()(url, { headers: { "accept-language": "en" } });
  expect(response.status).toBe(400);
  expect(await response.text()).toContain("You could not be signed in");
});

test("a silent question without a session is answered with login_required", async () => {
  const silent = { prompt: "none", code_challenge: challenge("v".repeat(43)), code_challenge_method: "S256" };
  const response = await createBrowser()(authorization(silent));
  expect(new URL(response.headers.get("location") ?? "", origin).searchParams.get("error")).toBe("login_required");
});

test("the sign-in page speaks the language asked for", async () => {
  const pkce = { code_challenge: challenge("v".repeat(43)), code_challenge_method: "S256" };
  const french = await createBrowser()(authorization({ ...pkce, ui_locales: "fr" }));
  const english = await createBrowser()(authorization(pkce), { headers: { "accept-language": "en-GB,en;q=0.9" } });
  expect(await french.text()).toContain("Qui êtes-vous aujourd’hui ?");
  expect(await english.text()).toContain("Who are you today?");
});

test("nobody signs in as someone who is not there", async () => {
  expect(await signInAs("mallory", "v".repeat(43))).toBe("");
});

test("a token of the command line verifies against the published keys", async () => {
  const person = personOf("compliance");
  if (person === undefined) throw new Error("there is a person for compliance");
  const token = await signToken(key, { person, issuer: `${origin}/oidc`, now: Date.now() });
  const { payload } = await jwtVerify(token, jwks(), expected());
  expect(payload).toMatchObject({ sub: "paul", guichet_role: "compliance", guichet_entity: "lumiere" });
});

test("signing out ends the session for the silent question too", async () => {
  const visit = createBrowser();
  const pkce = { code_challenge: challenge("v".repeat(43)), code_challenge_method: "S256" };
  const question = await visit(authorization(pkce));
  await visit(`${origin}${/action="([^"]+)"/.exec(await question.text())?.[1]}`, choose("camille"));
  const end = `${origin}/oidc/session/end?${new URLSearchParams({ client_id: clientId, post_logout_redirect_uri: `${origin}/` })}`;
  const leaving = await (await visit(end)).text();
  const form = new URLSearchParams({ xsrf: /name="xsrf" value="([^"]+)"/.exec(leaving)?.[1] ?? "", logout: "yes" });
  await visit(/action="([^"]+)"/.exec(leaving)?.[1] ?? "", { method: "POST", body: form });
  const again = await visit(authorization({ ...pkce, prompt: "none" }));
  expect(new URL(again.headers.get("location") ?? "", origin).searchParams.get("error")).toBe("login_required");
});
