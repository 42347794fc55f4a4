import { type Context, Hono } from "hono";
import * as z from "zod";
import { languageOf } from "../language.ts";
import { type Failure, failures } from "./failure.ts";
import type { Customer } from "./index.ts";
import { simulatorPage } from "./page.ts";
import { keyOf, type Profile, type Thread } from "./world.ts";

const Saying = z.object({
  name: z.string().trim().min(1).max(60),
  handle: z.string().max(60).optional(),
  platform: z.enum(["x", "facebook"]),
  visibility: z.enum(["public", "private"]),
  text: z.string().trim().min(1).max(2000),
});
const Failing = z.object({ failure: z.enum(failures) });

type Play = {
  readonly threads: () => readonly Thread[];
  readonly customer: (profile: Profile) => Customer;
  readonly failing: readonly Failure[];
  readonly fail: (failure: Failure) => void;
};

/** The simulator's own page: `GET /`, and two forms. A page of another site gets nowhere. */
export const createScreen = ({ threads, customer, failing, fail }: Play): Hono => {
  const app = new Hono();
  app.use(async (context, next) => (isForeign(context) ? context.body(null, 403) : next()));
  app.get("/", async (context) => {
    const language = languageOf(context.req.query("lang"), context.req.header("accept-language"));
    const all = threads().filter(({ entries }) => entries.length > 0);
    const selected = all.find((thread) => keyOf(thread) === context.req.query("with"));
    context.header("cache-control", "no-store");
    return context.html(await simulatorPage({ language, threads: all, selected, failing }));
  });
  app.post("/say", async (context) => {
    const said = Saying.safeParse(await context.req.parseBody());
    if (!said.success) return context.redirect(backTo(context), 303);
    const { name, platform, visibility, text, handle = handleOf(name) } = said.data;
    const writer = customer(platform === "x" ? { platform, name, handle } : { platform, name });
    await writer.say(visibility, text);
    return context.redirect(backTo(context, writer.thread), 303);
  });
  app.post("/fail", async (context) => {
    const failed = Failing.safeParse(await context.req.parseBody());
    if (failed.success) fail(failed.data.failure);
    return context.redirect(backTo(context), 303);
  });
  return app;
};

/** Browsers say where a request comes from (Fetch Metadata, W3C); a link typed or scripted says `none` or nothing. */
const isForeign = ({ req }: Context): boolean =>
  !["same-origin", "none", undefined].includes(req.header("sec-fetch-site")) &&
  !(req.method === "GET" && req.header("sec-fetch-mode") === "navigate");

const backTo = ({ req }: Context, thread?: Thread): string => {
  const key = thread === undefined ? req.query("with") : keyOf(thread);
  const query = new URLSearchParams({
    lang: languageOf(req.query("lang")),
    ...(key === undefined ? {} : { with: key }),
  });
  return `/simulator?${query}`;
};

/** "Zoé Petit" is @ZoePetit. */
const handleOf = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/[^A-Za-z0-9_]/g, "")
    .slice(0, 15) || "client";
