import { createLocalJWKSet, type JSONWebKeySet, jwtVerify, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as Identity from "#core/identity";
import { Secret } from "#core/secret";
import * as Api from "#functions/api";
import { createRuntime, type Runtime } from "#functions/runtime";
import { secrets } from "../../support/bank.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";

const issuer = "https://issuer.example";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

type Answer = () => Response | Promise<Response>;

const discovery: Answer = () =>
  Response.json({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    revocation_endpoint: `${issuer}/revoke`,
    end_session_endpoint: `${issuer}/end`,
    id_token_signing_alg_values_supported: ["HS256", "ES256"],
  });

type Asked = { readonly path: string; readonly authorization: string | null; readonly form: URLSearchParams };

/** The API with an issuer that answers like this, and what the issuer was asked. */
const open = (answers: Readonly<Record<string, Answer>>, variables: Readonly<Record<string, string>> = {}) => {
  const asked: Asked[] = [];
  const fetch: Runtime["fetch"] = async (address, init) => {
    const path = new URL(String(address)).pathname;
    const authorization = new Headers(init?.headers).get("authorization");
    asked.push({ path, authorization, form: new URLSearchParams(String(init?.body)) });
    const answer = path.startsWith("/.well-known/") ? (answers["discovery"] ?? discovery) : answers[path];
    if (answer === undefined) throw new TypeError("fetch failed");
    return answer();
  };
  const given = { OIDC_ISSUER: issuer, OIDC_AUDIENCE: "guichet", OIDC_CLIENT_ID: "guichet-page" };
  const runtime = createRuntime(
    { ...secrets, ...given, WEB_ORIGIN: "https://guichet.example", ...variables },
    { fetch, store: database.store, queues: { send: async () => undefined }, log: silent },
  );
  const app = Api.createApp(runtime);
  const post = async (path: string, body?: object, cookie?: string) => {
    const response = await app.request(`/api/session${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(cookie === undefined ? {} : { cookie }) },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await response.text();
    return {
      status: response.status,
      cookie: response.headers.get("set-cookie"),
      answer: (text === "" ? {} : JSON.parse(text)) as Record<string, string>,
    };
  };
  const keys = async () => (await (await app.request("/api/session/keys")).json()) as JSONWebKeySet;
  return { asked, keys, post };
};

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

const sessionKey = new Secret(secrets.SESSION_KEY);
const cookieOf = async (session: object) => `__Host-session=${await Identity.sealSession(session, sessionKey)}`;
const inesSession = { refreshToken: "renews-ines", subject: "ines" };

const tokens = (more: object = {}) =>
  Response.json({ access_token: "opens", token_type: "Bearer", expires_in: 900, ...more });
const refusal = (error: string, status = 400): Response => Response.json({ error }, { status });

describe("a session whose renewal", () => {
  const renew = async (answer: Answer) => {
    const { post } = open({ "/token": answer });
    const { answer: told, cookie, status } = await post("/renewal", undefined, await cookieOf(inesSession));
    return { status, code: told["code"], ends: cookie?.includes("Max-Age=0") ?? false };
  };

  test.each<[string, Answer]>([
    ["is refused", () => refusal("invalid_grant")],
    ["wants a person to be asked", () => refusal("interaction_required")],
    ["is denied by a rule of the bank's", () => refusal("access_denied", 403)],
  ])("%s has ended", async (_, answer) => {
    expect(await renew(answer)).toEqual({ status: 204, code: undefined, ends: true });
  });

  test.each<[string, Answer]>([
    ["meets too many others", () => refusal("slow_down", 429)],
    ["meets a proxy that closes the way", () => new Response("<html>", { status: 403 })],
    ["is answered by no token and no error", () => new Response("<html>")],
    ["meets an issuer that is busy", () => refusal("temporarily_unavailable")],
    ["meets an issuer that fails", () => new Response("", { status: 502 })],
    ["is not answered", () => Promise.reject(new DOMException("late", "TimeoutError"))],
  ])("%s goes on", async (_, answer) => {
    expect(await renew(answer)).toEqual({ status: 503, code: "sign-in.unavailable", ends: false });
  });

  test("is refused because the issuer does not know Guichet goes on: nobody signed out", async () => {
    const challenge = { headers: { "www-authenticate": 'Basic realm="issuer"' }, status: 401 };
    for (const answer of [
      () => refusal("invalid_client", 401),
      () => Response.json({ error: "invalid_client" }, challenge),
    ])
      expect(await renew(answer)).toEqual({ status: 500, code: "configuration.invalid", ends: false });
  });
});

test("a renewal tells whose the token is, also where the issuer does not repeat it", async () => {
  const { post } = open({ "/token": () => tokens() });
  const { answer, cookie } = await post("/renewal", undefined, await cookieOf(inesSession));
  expect(answer).toEqual({ token: "opens", expiresInSeconds: 900, subject: "ines" });
  const kept = /^__Host-session=([^;]+); Path=\/; HttpOnly; Secure; SameSite=Strict$/.exec(cookie ?? "")?.[1] ?? "";
  expect(await Identity.openSession(kept, sessionKey)).toEqual(inesSession);
});

describe("signing out ends the session of this browser", () => {
  const signOut = async (answers: Readonly<Record<string, Answer>>) => {
    const { asked, post } = open(answers);
    const { answer, cookie, status } = await post("/end", {}, await cookieOf(inesSession));
    expect([status, cookie?.includes("Max-Age=0")]).toEqual([200, true]);
    return { url: answer["url"], asked };
  };

  test("and at the issuer, where both are ended", async () => {
    const { asked, url } = await signOut({ "/revoke": () => new Response("") });
    expect(url).toMatch(/^https:\/\/issuer\.example\/end\?/);
    expect(asked.find(({ path }) => path === "/revoke")?.form.get("token")).toBe("renews-ines");
  });

  test.each<[string, Readonly<Record<string, Answer>>]>([
    ["revokes nothing", { "/revoke": () => new Response("", { status: 503 }) }],
    ["does not answer", { discovery: () => Promise.reject(new TypeError("fetch failed")) }],
    ["is another", { discovery: () => Response.json({ issuer: "https://other.example" }) }],
  ])("whatever an issuer does that %s", async (_, answers) => {
    const { url } = await signOut(answers);
    expect(url === undefined || url.startsWith(`${issuer}/end?`)).toBe(true);
  });

  test("and the page is sent nowhere by an issuer without a page for it", async () => {
    const { url } = await signOut({ discovery: () => Response.json({ issuer, token_endpoint: `${issuer}/token` }) });
    expect(url).toBeUndefined();
  });
});

describe("a code is exchanged", () => {
  const come = async (browser: ReturnType<typeof open>) => {
    const { answer: question } = await browser.post("/question", {});
    const url = new URL(question["url"] ?? "");
    return {
      url,
      nonce: url.searchParams.get("nonce") ?? "",
      come: { attempt: question["attempt"] ?? "", answer: `code=once&state=${url.searchParams.get("state")}` },
    };
  };
  const idToken = (nonce: string) =>
    new SignJWT({ nonce })
      .setProtectedHeader({ alg: "HS256" })
      .setIssuer(issuer)
      .setAudience("guichet-page")
      .setSubject("ines")
      .setIssuedAt()
      .setExpirationTime("5 minutes")
      .sign(new TextEncoder().encode("x".repeat(32)));

  test("by Guichet alone: it proves itself by its secret, and by the verifier", async () => {
    let nonce = "";
    const browser = open({
      "/token": async () => tokens({ id_token: await idToken(nonce), refresh_token: "renews-ines" }),
    });
    const there = await come(browser);
    nonce = there.nonce;
    const { answer, status } = await browser.post("", there.come);
    expect([status, answer["token"], answer["subject"]]).toEqual([201, "opens", "ines"]);
    const exchange = browser.asked.find(({ path }) => path === "/token");
    expect(exchange?.authorization).toBe(`Basic ${btoa(`guichet-page:${secrets.OIDC_CLIENT_SECRET}`)}`);
    expect(exchange?.form.get("code_verifier")).toMatch(/^[\w-]{43}$/);
  });

  test("or by its key, where the bank wants no secret: the issuer reads a signature by one that is published", async () => {
    let nonce = "";
    const browser = open(
      { "/token": async () => tokens({ id_token: await idToken(nonce) }), "/revoke": () => new Response("") },
      { OIDC_CLIENT_PROOF: "key", OIDC_CLIENT_SECRET: "" },
    );
    const there = await come(browser);
    nonce = there.nonce;
    expect((await browser.post("", there.come)).status).toBe(201);
    const exchange = browser.asked.find(({ path }) => path === "/token");
    expect([exchange?.authorization, exchange?.form.get("client_secret")]).toEqual([null, null]);
    const keys = await browser.keys();
    expect(JSON.stringify(keys)).not.toContain('"d"');
    const { payload } = await jwtVerify(exchange?.form.get("client_assertion") ?? "", createLocalJWKSet(keys));
    expect(payload).toMatchObject({ iss: "guichet-page", sub: "guichet-page", aud: issuer });
    await browser.post("/end", {}, await cookieOf(inesSession));
    expect(browser.asked.find(({ path }) => path === "/revoke")?.form.has("client_assertion")).toBe(true);
  });

  test("by its key at no issuer that says that it reads none", async () => {
    const methods = { token_endpoint_auth_methods_supported: ["client_secret_basic"] };
    const answers = {
      discovery: async () => Response.json({ ...((await (await discovery()).json()) as object), ...methods }),
    };
    const browser = open({ ...answers, "/token": () => tokens() }, { OIDC_CLIENT_PROOF: "key" });
    const { answer, status } = await browser.post("/renewal", undefined, await cookieOf(inesSession));
    expect([status, answer["code"], answer["variable"]]).toEqual([500, "configuration.invalid", "OIDC_CLIENT_PROOF"]);
    expect(browser.asked.filter(({ path }) => path === "/token")).toEqual([]);
  });

  test("once in an answer: two codes or two states are none", async () => {
    const browser = open({ "/token": () => tokens() });
    const { come: one } = await come(browser);
    for (const more of ["&code=twice", "&state=invented", "&iss=https%3A%2F%2Fother.example", "&id_token=a.b.c"])
      expect((await browser.post("", { ...one, answer: one.answer + more })).answer["code"]).toBe("sign-in.failed");
    expect(browser.asked.filter(({ path }) => path === "/token")).toEqual([]);
  });

  test("with the rights that the bank's issuer wants to be asked for", async () => {
    const scope = "openid profile offline_access api://guichet/agent";
    const { url } = await come(open({}, { OIDC_SCOPE: scope }));
    expect(url.searchParams.get("scope")).toBe(scope);
    expect((await come(open({}))).url.searchParams.get("scope")).toBe("openid profile");
  });
});
