import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Fault } from "#core/fault";
import { createRuntime, type Runtime } from "#functions/runtime";
import { createDiscovery } from "../../../functions/api/discovery.ts";
import { createSignIn } from "../../../functions/api/sign-in.ts";
import { secrets } from "../../support/bank.ts";
import { startTestDatabase, type TestDatabase } from "../../support/database.ts";

const issuer = "https://issuer.example";
const audience = "guichet";

let database: TestDatabase;
let keys: Awaited<ReturnType<typeof generateKeyPair>>;
beforeAll(async () => {
  database = await startTestDatabase();
  keys = await generateKeyPair("ES256");
});
afterAll(() => database.stop());

type Answer = (path: string) => Response | Promise<Response>;

const discovery = () => Response.json({ issuer, jwks_uri: `${issuer}/jwks` });
const published: Answer = async (path) =>
  path === "/jwks" ? Response.json({ keys: [{ ...(await exportJWK(keys.publicKey)), alg: "ES256" }] }) : discovery();

/** What becomes of a token, where the issuer answers like this. */
const signIn = (answer: Answer) => {
  const fetch: Runtime["fetch"] = async (url) => answer(new URL(String(url)).pathname);
  const runtime = createRuntime(
    { ...secrets, OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience },
    { fetch, store: database.store, queues: { send: async () => undefined } },
  );
  const check = createSignIn(runtime, createDiscovery(runtime));
  return async (token: string): Promise<string> => {
    try {
      return (await check(`Bearer ${token}`)).role;
    } catch (error) {
      return error instanceof Fault ? error.code : String(error);
    }
  };
};

const sign = (header: { typ?: string }, claims: Record<string, unknown> = {}) =>
  new SignJWT({ guichet_role: "admin", guichet_entity: "banque-imaginaire", ...claims })
    .setProtectedHeader({ alg: "ES256", ...header })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject("rose")
    .setExpirationTime("10 minutes")
    .sign(keys.privateKey);

const broken: readonly (readonly [string, Answer])[] = [
  ["whose keys answer with an error", (path) => (path === "/jwks" ? new Response("", { status: 502 }) : discovery())],
  ["whose keys are no JSON", (path) => (path === "/jwks" ? new Response("<html>") : discovery())],
  ["whose keys are no key set", (path) => (path === "/jwks" ? Response.json({}) : discovery())],
  [
    "whose keys take too long",
    (path) => (path === "/jwks" ? Promise.reject(new DOMException("late", "TimeoutError")) : discovery()),
  ],
  ["that cannot be reached", () => Promise.reject(new TypeError("fetch failed"))],
  ["that is down", () => new Response("", { status: 500 })],
];

test.each(broken)("an issuer %s makes nobody's token a bad one", async (_, answer) => {
  expect(await signIn(answer)(await sign({ typ: "at+jwt" }))).toBe("sign-in.unavailable");
});

test("an issuer that says it is another is one that was configured wrongly", async () => {
  const check = signIn(() => Response.json({ issuer: "https://elsewhere.example", jwks_uri: `${issuer}/jwks` }));
  expect(await check(await sign({ typ: "at+jwt" }))).toBe("configuration.invalid");
});

test("an issuer that is back is believed again", async () => {
  let isDown = true;
  const check = signIn((path) => (isDown ? new Response("", { status: 500 }) : published(path)));
  const token = await sign({ typ: "at+jwt" });
  expect(await check(token)).toBe("sign-in.unavailable");
  isDown = false;
  expect(await check(token)).toBe("admin");
});

test.each([{ typ: "at+jwt" }, { typ: "application/at+JWT" }, { typ: "JWT" }, {}])(
  "a token with the header %j may be one for access",
  async (header) => {
    expect(await signIn(published)(await sign(header))).toBe("admin");
  },
);

test.each([
  [{ typ: "id_token" }, {}],
  [{ typ: "logout+jwt" }, {}],
  [{ typ: "JWT" }, { typ: "ID" }],
  [{ typ: "JWT" }, { at_hash: "x" }],
  [{}, { nonce: "n" }],
  [{}, { token_use: "id" }],
])("a token of another kind opens nothing: header %j, claims %j", async (header, claims) => {
  expect(await signIn(published)(await sign(header, claims))).toBe("sign-in.required");
});

test("a token signed with a key that is not published is refused, and the issuer is not to blame", async () => {
  const other = await generateKeyPair("ES256");
  const forged = await new SignJWT({}).setProtectedHeader({ alg: "ES256", kid: "other" }).sign(other.privateKey);
  expect(await signIn(published)(forged)).toBe("sign-in.required");
});
