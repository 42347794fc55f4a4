import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { csrf } from "hono/csrf";
import { Fault } from "#core/fault";
import * as Handoff from "#core/handoff";
import * as Identity from "#core/identity";
import type { Runtime } from "#functions/runtime";
import type { Discovery } from "./discovery.ts";
import { type Attempt, createIssuer, newAttempt, type SignedIn } from "./issuer.ts";
import { type Api, body, json, languageOf, problems } from "./route.ts";

/** From leaving for the issuer to coming back: a second factor that is looked for, a password that is made anew. */
const attemptSeconds = 3_600;
/** What every browser keeps of one cookie, its name and attributes included (RFC 6265bis, 5.7). */
const cookieBytes = 4_096;
const sealedBytes = cookieBytes - 200;

/**
 * Sent to this host alone, over TLS alone, never by another site's page; it ends with the browser. The prefix keeps other
 * hosts of the bank's domain from laying a session of theirs into the browser (RFC 6265bis, 4.1.3.2), and wants this path.
 */
const cookie = { path: "/", secure: true, httpOnly: true, sameSite: "Strict", prefix: "host" } as const;
const cookieName = "session";

const Signed = z
  .object({ token: z.string(), expiresInSeconds: z.number(), subject: z.string(), idToken: z.string().optional() })
  .openapi("Session", {
    description:
      "An access token for the API; `subject` tells one person's from another's, `idToken` tells the issuer whose session is to end",
  });
const Sealed = z.string().max(cookieBytes);

const postQuestion = createRoute({
  method: "post",
  path: "/api/session/question",
  security: [],
  request: { body: body(z.object({ prompt: z.enum(["none", "login"]).optional() })) },
  responses: {
    200: json(
      "Where the issuer asks who is there; `attempt` is to come back with its answer",
      z.object({ url: z.string(), attempt: z.string() }),
    ),
    ...problems,
  },
});

const postSession = createRoute({
  method: "post",
  path: "/api/session",
  security: [],
  request: { body: body(z.object({ attempt: Sealed, answer: z.string().max(8_192) })) },
  responses: { 201: json("Signed in, by the query that the issuer answered with", Signed), ...problems },
});

const postRenewal = createRoute({
  method: "post",
  path: "/api/session/renewal",
  security: [],
  responses: {
    200: json("A new access token for who signed in with this browser", Signed),
    204: { description: "Nobody is signed in here" },
    ...problems,
  },
});

const postEnd = createRoute({
  method: "post",
  path: "/api/session/end",
  security: [],
  request: { body: body(z.object({ idToken: z.string().max(16_384).optional() })) },
  responses: {
    200: json(
      "Ended here; `url` is where the issuer's own session ends, absent where there is no such place",
      z.object({ url: z.string().optional() }),
    ),
    ...problems,
  },
});

const PublicKey = z.object({
  kty: z.string(),
  crv: z.string(),
  x: z.string(),
  y: z.string(),
  alg: z.string(),
  use: z.string(),
  kid: z.string(),
});

const getKeys = createRoute({
  method: "get",
  path: "/api/session/keys",
  security: [],
  responses: {
    200: json(
      "What the issuer checks our signatures with, where Guichet proves itself by its key (RFC 7517)",
      z.object({ keys: z.array(PublicKey) }),
    ),
    ...problems,
  },
});

/**
 * An agent's session in one browser, as a token-mediating backend keeps it (RFC 10017, 6.2):
 * the page holds an access token in its memory; what renews it is sealed in a cookie that no script can read.
 */
export const addSession = (app: Api, runtime: Runtime, discovery: Discovery): void => {
  const issuer = createIssuer(runtime, discovery);
  const { environment, now, secrets } = runtime;
  const isOurs = (origin: string) => origin === environment.WEB_ORIGIN;
  app.use("/api/session/*", csrf({ secFetchSite: "same-origin", origin: isOurs }));

  const keep = async (context: Context, { refreshToken, ...signed }: SignedIn): Promise<z.infer<typeof Signed>> => {
    const session = { refreshToken, subject: signed.subject };
    const sealed = refreshToken && (await Identity.sealSession(session, await secrets.read("SESSION_KEY")));
    if (sealed && sealed.length <= sealedBytes) setCookie(context, cookieName, sealed, cookie);
    // Nothing to keep, or too long for a cookie: a reload asks the issuer. What another person left here goes.
    else deleteCookie(context, cookieName, cookie);
    return signed;
  };
  const kept = async (context: Context): Promise<Kept | undefined> => {
    const sealed = getCookie(context, cookieName, cookie.prefix);
    return sealed ? Kept.safeParse(await open(runtime, sealed)).data : undefined;
  };

  app.openapi(getKeys, async (context) => {
    const { published } = await Handoff.keysFrom(await secrets.readAll("OIDC_CLIENT_KEY"), "OIDC_CLIENT_KEY");
    return context.json({ keys: [...published.keys] }, 200);
  });
  app.openapi(postQuestion, async (context) => {
    const { prompt } = context.req.valid("json");
    const attempt = newAttempt();
    const url = await issuer.addressOf({ attempt, prompt, language: languageOf(context) });
    const sealed = await Identity.sealSession({ ...attempt, at: now() }, await secrets.read("SESSION_KEY"));
    return context.json({ url, attempt: sealed }, 200);
  });
  app.openapi(postSession, async (context) => {
    const { answer, attempt } = context.req.valid("json");
    const signedIn = await issuer.finish(await readAttempt(runtime, attempt), new URLSearchParams(answer));
    return context.json(await keep(context, signedIn), 201);
  });
  app.openapi(postRenewal, async (context) => {
    const session = await kept(context);
    const tokens = session && (await issuer.renew(session.refreshToken));
    if (!tokens) {
      deleteCookie(context, cookieName, cookie);
      return context.body(null, 204);
    }
    // An issuer that gives no other refresh token means the same again (RFC 6749, 6).
    return context.json(await keep(context, { ...session, ...tokens }), 200);
  });
  app.openapi(postEnd, async (context) => {
    const { idToken } = context.req.valid("json");
    // First, and whatever becomes of the rest.
    deleteCookie(context, cookieName, cookie);
    const session = await kept(context);
    const [url] = await Promise.all([issuer.endOf(idToken), session && issuer.revoke(session.refreshToken)]);
    return context.json(url === undefined ? {} : { url }, 200);
  });
};

const Kept = z.object({ refreshToken: z.string(), subject: z.string() });
type Kept = z.infer<typeof Kept>;
const KeptAttempt = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), at: z.iso.datetime() });

/** @throws sign-in.failed when it is none of ours, or of long ago */
const readAttempt = async (runtime: Runtime, sealed: string): Promise<Attempt> => {
  const { data } = KeptAttempt.safeParse(await open(runtime, sealed));
  const age = data && Date.parse(runtime.now()) - Date.parse(data.at);
  if (data === undefined || age === undefined || age > attemptSeconds * 1000) throw new Fault("sign-in.failed");
  return data;
};

/** Undefined for what is not sealed with today's key: another stage's, an older one's or somebody's invention. */
const open = async ({ secrets }: Runtime, sealed: string): Promise<unknown> => {
  const key = await secrets.read("SESSION_KEY");
  try {
    return await Identity.openSession(sealed, key);
  } catch {
    return undefined;
  }
};
