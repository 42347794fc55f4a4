import { readFileSync } from "node:fs";
import { Hono } from "hono";
import * as Api from "#functions/api";
import type { Runtime } from "#functions/runtime";
import * as Secure from "#functions/secure";
import * as Webhooks from "#functions/webhooks";
import { servePage } from "./page.ts";
import type { Simulator } from "./simulator/index.ts";

type Parts = {
  readonly runtime: Runtime;
  readonly simulator: Simulator;
  readonly headers: Readonly<Record<string, string>>;
  /** The bank's own system, and what its secure page is drawn with. */
  readonly bankSystem: Hono;
  readonly assets: Secure.Assets;
  /** The folder of the built page; absent when nobody looks at it. */
  readonly page: string | undefined;
};

/** Everything behind one origin, as CloudFront puts it together on AWS. */
export const createApp = ({ assets, bankSystem, runtime, simulator, headers, page }: Parts): Hono => {
  const webhooks = Webhooks.createApp(runtime);
  const api = Api.createApp(runtime);
  const stories = Api.createStories(runtime);
  const secure = Secure.createApp(runtime, assets);
  const pages = createPages({ simulator, page });
  const app = new Hono();
  for (const path of ["/webhooks/*", "/healthz"]) app.all(path, ({ req, env }) => webhooks.fetch(req.raw, env));
  app.all("/secure/*", ({ req, env }) => secure.fetch(req.raw, env));
  app.route("/bank", bankSystem);
  app.get("/api/conversations/:id/messages/:messageId/stories/:storyId", ({ req, env }) => stories.fetch(req.raw, env));
  app.all("/api/*", ({ req, env }) => api.fetch(req.raw, env));
  app.all("*", async ({ req, env }) => {
    const answer = await pages.fetch(req.raw, env);
    for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
    return answer;
  });
  return app;
};

const createPages = ({ simulator, page }: Pick<Parts, "simulator" | "page">): Hono => {
  const pages = new Hono();
  pages.get("/local/style.css", asset(new URL("./assets/style.css", import.meta.url), "text/css; charset=utf-8"));
  pages.get(
    "/local/refresh.js",
    asset(new URL("./assets/refresh.js", import.meta.url), "text/javascript; charset=utf-8"),
  );
  pages.route("/", simulator.app);
  if (page !== undefined) pages.route("/", servePage(page));
  return pages;
};

const asset = (file: URL, type: string) => () =>
  new Response(readFileSync(file), { headers: { "content-type": type, "cache-control": "no-cache" } });
