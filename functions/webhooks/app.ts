import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import * as Channel from "#core/channel";
import { describe, Fault } from "#core/fault";
import type { Runtime } from "#functions/runtime";
import { type Accept, createAccept } from "./accept.ts";
import { createNotes } from "./health.ts";
import { refuse } from "./refuse.ts";

/** Largest delivery a platform sends (WhatsApp Cloud API, webhooks overview: 3 MB). */
const bodyBytes = 3 * 1024 * 1024;

/**
 * The challenge is answered with the very HMAC that signs a delivery, so whoever may choose it freely can sign one. No
 * JSON document can be written in these characters.
 */
const challenge = /^[\w+/=-]{1,128}$/;

type WebhookRuntime = Pick<Runtime, "store" | "queues" | "secrets" | "log" | "now">;

/** Where the platforms deliver: verified over the raw bytes, redacted, queued; 200 once the queue has all of it. */
export const createApp = (runtime: WebhookRuntime): Hono => {
  const app = new Hono();
  const notes = createNotes(runtime);
  const accept = createAccept(runtime, notes);
  const limit = bodyLimit({
    maxSize: bodyBytes,
    onError: (context) => refuse(context, new Fault("request.too-large")),
  });
  app.onError(async (error, context) => {
    const fault = error instanceof Fault ? error : new Fault("internal.unexpected");
    const { method } = context.req;
    const route = context.req.routePath;
    if (fault.code === "internal.unexpected") {
      runtime.log.error("webhook.failed", { error: describe(error), method, route });
    } else runtime.log.warn("webhook.refused", { code: fault.code, method, route });
    if (fault.code === "webhook.signature-invalid") await notes.refused(route.endsWith("/x") ? "x" : "meta");
    return refuse(context, fault);
  });
  app.notFound((context) => refuse(context, new Fault("request.not-found")));
  app.get("/healthz", (context) => context.json({ status: "ok" }));
  addX(app, runtime, limit, accept);
  addMeta(app, runtime, limit, accept);
  return app;
};

type Limit = ReturnType<typeof bodyLimit>;

/** X: "Webhooks, quickstart" (challenge-response check) and "Securing webhooks" (signature header). */
const addX = (app: Hono, { secrets }: WebhookRuntime, limit: Limit, accept: Accept): void => {
  app.get("/webhooks/x", async (context) => {
    const token = context.req.query("crc_token");
    const [current] = await secrets.readAll("X_CONSUMER_SECRET");
    if (token === undefined || !challenge.test(token) || current === undefined) {
      throw new Fault("webhook.verification-refused");
    }
    return context.json({ response_token: Channel.x.crcResponse(token, current.reveal()) });
  });
  app.post("/webhooks/x", limit, delivery("x", secrets, accept));
};

/** Meta: "Webhooks, getting started" (verification request, X-Hub-Signature-256). */
const addMeta = (app: Hono, { secrets }: WebhookRuntime, limit: Limit, accept: Accept): void => {
  app.get("/webhooks/meta", async (context) => {
    const { "hub.mode": mode, "hub.verify_token": verifyToken, "hub.challenge": challenge } = context.req.query();
    const expected = (await secrets.read("META_VERIFY_TOKEN")).reveal();
    const answer = Channel.meta.subscriptionChallenge({ mode, verifyToken, challenge }, expected);
    if (answer === undefined) throw new Fault("webhook.verification-refused");
    return context.text(answer);
  });
  app.post("/webhooks/meta", limit, delivery("meta", secrets, accept));
};

const signing = {
  x: { secret: "X_CONSUMER_SECRET", header: "x-twitter-webhooks-signature" },
  meta: { secret: "META_APP_SECRET", header: "x-hub-signature-256" },
} as const;

/** @throws webhook.signature-invalid unless one of the secrets signed these very bytes */
const delivery = (sender: Channel.Sender, secrets: WebhookRuntime["secrets"], accept: Accept) => {
  const { header, secret } = signing[sender];
  return async (context: Context): Promise<Response> => {
    const body = new Uint8Array(await context.req.arrayBuffer());
    const known = (await secrets.readAll(secret)).map((each) => each.reveal());
    if (!Channel.verify[sender](body, context.req.header(header), known)) throw new Fault("webhook.signature-invalid");
    return context.json(await accept(sender, body));
  };
};
