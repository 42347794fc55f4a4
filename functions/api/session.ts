import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { csrf } from "hono/csrf";
import { Fault } from "#core/fault";
import * as Identity from "#core/identity";
import type { Runtime } from "#functions/runtime";
import { type Attempt, type Issuer, newAttempt, type Tokens } from "./issuer.ts";
import { type Api, body, json, languageOf, problems } from "./route.ts";

/** From leaving for the issuer to coming back: a second factor that is looked for, a password that is made anew. */
const attemptSeconds = 3_600;
/** What every browser keeps of one cookie, its name and attributes included (RFC 6265bis, 5.7). */
const cookieBytes = 4_096;
const sealedBytes = cookieBytes - 200;

/** Sent with the routes of this file alone, over TLS alone, never by another site's page; it ends with the browser. */
const cookie = { path: "/api/session", secure: true, httpOnly: true, sameSite: "Strict", prefix: "secure" } as const;
const cookieName = "session";

const Signed = z
  .object({ token: z.string(), expiresInSeconds: z.number(), idToken: z.string().optional() })
  .openapi("Session", {
    description: "An access token for the API; `idToken` tells the issuer whose session is to end",
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
    200: json("Ended here; `url` is where the issuer's own session ends", z.object({ url: z.string() })),
    ...problems,
  },
});

/**
 * An agent's session in one browser, as a token-mediating backend keeps it (OAuth 2.0 for Browser-Based Applications, 6.2):
 * the page holds an access token in its memory; what renews it is sealed in a cookie that no script can read.
 */
export const addSession = (app: Api, runtime: Runtime, issuer: Issuer): void => {
  const { environment, now, secrets } = runtime;
  const isOurs = (origin: string) => origin === environment.WEB_ORIGIN;
  app.use("/api/session/*", csrf({ secFetchSite: "same-origin", origin: isOurs }));

  const keep = async (context: Context, { refreshToken, ...signed }: Tokens): Promise<z.infer<typeof Signed>> => {
    const sealed = refreshToken && (await Identity.sealSession({ refreshToken }, await secrets.read("SESSION_KEY")));
    if (sealed && sealed.length <= sealedBytes) setCookie(context, cookieName, sealed, cookie);
    // Nothing to keep, or too long for a cookie: a reload asks the issuer. What another person left here goes.
    else deleteCookie(context, cookieName, cookie);
    return signed;
  };
  const kept = async (context: Context): Promise<string | undefined> => {
    const sealed = getCookie(context, cookieName, "secure");
    const opened = sealed && (await open(runtime, sealed));
    return Kept.safeParse(opened).data?.refreshToken;
  };

  app.openapi(postQuestion, async (context) => {
    const { prompt } = context.req.valid("json");
    const attempt = newAttempt();
    const url = await issuer.addressOf({ attempt, prompt, language: languageOf(context) });
    const sealed = await Identity.sealSession({ ...attempt, at: now() }, await secrets.read("SESSION_KEY"));
    return context.json({ url, attempt: sealed }, 200);
  });
  app.openapi(postSession, async (context) => {
    const { answer, attempt } = context.req.valid("json");
    const tokens = await issuer.finish(await readAttempt(runtime, attempt), new URLSearchParams(answer));
    return context.json(await keep(context, tokens), 201);
  });
  app.openapi(postRenewal, async (context) => {
    const refreshToken = await kept(context);
    const tokens = refreshToken && (await issuer.renew(refreshToken));
    if (!tokens) {
      deleteCookie(context, cookieName, cookie);
      return context.body(null, 204);
    }
    // An issuer that gives no other one means the same again (RFC 6749, 6).
    return context.json(await keep(context, { refreshToken, ...tokens }), 200);
  });
  app.openapi(postEnd, async (context) => {
    const refreshToken = await kept(context);
    deleteCookie(context, cookieName, cookie);
    if (refreshToken) await issuer.revoke(refreshToken);
    return context.json({ url: (await issuer.endOf(context.req.valid("json").idToken)) ?? "/" }, 200);
  });
};

const Kept = z.object({ refreshToken: z.string() });
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
