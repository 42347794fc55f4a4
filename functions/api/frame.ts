import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { except } from "hono/combine";
import * as Channel from "#core/channel";
import { describe, Fault, type FaultCode, headersOf, problemOf } from "#core/fault";
import type { Runtime } from "#functions/runtime";
import { createDiscovery, type Discovery } from "./discovery.ts";
import { type Api, type ApiVariables, languageOf } from "./route.ts";
import { createSignIn } from "./sign-in.ts";

const bodyBytes = 256 * 1024;
/** Files come in here, and may be larger. */
const ENCLOSURES = "/api/conversations/:id/enclosures";

/** A part of the API: its routes. */
type Part = (app: Api, runtime: Runtime) => void;
/** The routes of those who are not signed in yet. */
type Door = (app: Api, runtime: Runtime, discovery: Discovery) => void;

/** What every route stands in: sign-in, permission, validation, one problem format for every error. `door` comes before sign-in. */
export const createFrame = (runtime: Runtime, parts: readonly Part[], door?: Door): Api => {
  const app: Api = new OpenAPIHono<ApiVariables>({
    defaultHook: (result) => {
      if (!result.success) throw new Fault(codeOf(result.target));
    },
  });
  const discovery = createDiscovery(runtime);
  const signIn = createSignIn(runtime, discovery);
  app.onError((error, context) => refuse(runtime, context, error));
  app.notFound((context) => refuse(runtime, context, new Fault("request.not-found")));
  app.use("/api/*", noStore, logged(runtime));
  app.doc31("/api/openapi.json", {
    openapi: "3.1.0",
    info: { title: "Guichet", version: "1", description: "The social customer-service inbox that banks trust" },
    security: [{ bearer: [] }],
  });
  app.openAPIRegistry.registerComponent("securitySchemes", "bearer", {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
  });
  app.use("/api/*", except(ENCLOSURES, limited(bodyBytes)));
  app.use(ENCLOSURES, limited(Channel.MOST_FILE_BYTES));
  door?.(app, runtime, discovery);
  app.use("/api/*", async (context, next) => {
    context.set("caller", await signIn(context.req.header("authorization")));
    await next();
  });
  for (const add of parts) add(app, runtime);
  return app;
};

const limited = (maxSize: number): MiddlewareHandler =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new Fault("request.too-large");
    },
  });

const codeOf = (target: string) => (target === "header" ? "request.idempotency-key-missing" : "request.invalid");

const refuse = (runtime: Runtime, context: Context, error: unknown): Response => {
  const fault = error instanceof Fault ? error : new Fault(codeByStatus(error));
  const problem = problemOf(fault, languageOf(context));
  const { routePath: route } = context.req;
  if (fault.code === "internal.unexpected") runtime.log.error("api.failed", { error: describe(error), route });
  else if (problem.status === 503) runtime.log.warn("api.unavailable", { code: fault.code, route });
  return context.json(problem, problem.status as 400, headersOf(fault));
};

/** Hono answers a body that is no JSON with an HTTPException of status 400, and what another site's page asks for with 403. */
const codeByStatus = (error: unknown): FaultCode => {
  const status = typeof error === "object" && error !== null && "status" in error ? error.status : undefined;
  if (status === 400) return "request.invalid";
  return status === 403 ? "permission.denied" : "internal.unexpected";
};

/** Personal data must not stay in a shared cache (RFC 9111, 5.2.2.5). */
const noStore: MiddlewareHandler = async (context, next) => {
  await next();
  context.header("cache-control", "no-store");
};

/** Who asked for what; of conversations which one, so that reading is traceable too. */
const logged =
  ({ log }: Runtime): MiddlewareHandler<{ Variables: Partial<ApiVariables["Variables"]> }> =>
  async (context, next) => {
    const startedAt = performance.now();
    await next();
    const { routePath: route } = context.req;
    const { status } = context.res;
    const conversationId = route.startsWith("/api/conversations/") ? context.req.param("id") : undefined;
    const agentId = context.get("caller")?.agentId;
    log.info("api.answered", {
      method: context.req.method,
      route,
      status,
      durationMilliseconds: Math.round(performance.now() - startedAt),
      ...(agentId === undefined ? {} : { agentId }),
      // What was refused may be no id of ours but whatever somebody wrote into the path.
      ...(conversationId === undefined || status >= 400 ? {} : { conversationId }),
    });
  };
