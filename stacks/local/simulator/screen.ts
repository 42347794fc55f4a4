import { type Context, Hono } from "hono";
import * as z from "zod";
import { languageOf } from "../language.ts";
import type { Customer } from "./customer.ts";
import { type Failure, failures } from "./failure.ts";
import { simulatorPage } from "./page.ts";
import { places, platformOf, visibilityOf } from "./place.ts";
import { keyOf, type Platform, type Profile, platforms, type Thread } from "./world.ts";

/** What the platforms take as a picture. */
const pictureBytes = 5 * 1024 * 1024;

const Picture = z.instanceof(File).optional();
const Saying = z.object({
  name: z.string().trim().min(1).max(60).optional(),
  place: z.enum(places),
  text: z.string().trim().max(4096).default(""),
  picture: Picture,
});
const Editing = z.object({ id: z.string().min(1), text: z.string().trim().min(1).max(4096) });
const Naming = z.object({ id: z.string().min(1) });
const Failing = z.object({ failure: z.enum(failures) });
const Token = z.object({ platform: z.enum(platforms) });

type Play = {
  readonly threads: () => readonly Thread[];
  readonly customer: (profile: Profile) => Customer;
  readonly as: (thread: Thread) => Customer;
  readonly hang: (picture: Uint8Array<ArrayBuffer>) => string;
  readonly failing: readonly Failure[];
  readonly fail: (failure: Failure) => void;
  readonly expired: ReadonlySet<Platform>;
  readonly expireToken: (platform: Platform, isExpired?: boolean) => void;
};

/** The simulator's own page: `GET /`, and what a customer can do in it. A page of another site gets nowhere. */
export const createScreen = (play: Play): Hono => {
  const app = new Hono();
  app.use(async (context, next) => (isForeign(context) ? context.body(null, 403) : next()));
  app.get("/", async (context) => {
    const { expired, failing, threads } = play;
    const language = languageOf(context.req.query("lang"), context.req.header("accept-language"));
    const all = threads().filter(({ entries }) => entries.length > 0);
    const selected = selectedIn(play, context);
    context.header("cache-control", "no-store");
    // Who looks at the thread reads it.
    if (selected !== undefined) void play.as(selected).read();
    const editing = context.req.query("edit");
    const place = places.find((each) => each === context.req.query("place"));
    const isPictureRefused = context.req.query("picture") === "refused";
    const view = { language, threads: all, selected, failing, expired, editing, place, isPictureRefused };
    return context.html(await simulatorPage(view));
  });
  addDeeds(app, play);
  app.post("/fail", async (context) => {
    const failed = Failing.safeParse(await context.req.parseBody());
    if (failed.success) play.fail(failed.data.failure);
    return context.redirect(backTo(context), 303);
  });
  app.post("/token", async (context) => {
    const token = Token.safeParse(await context.req.parseBody());
    if (token.success) play.expireToken(token.data.platform, !play.expired.has(token.data.platform));
    return context.redirect(backTo(context), 303);
  });
  return app;
};

const addDeeds = (app: Hono, play: Play): void => {
  app.post("/say", async (context) => {
    const said = Saying.safeParse(await context.req.parseBody());
    const writer = said.success ? writerOf(play, context, said.data) : undefined;
    if (!said.success || writer === undefined) return context.redirect(backTo(context), 303);
    if (!isTakeable(said.data.picture)) return context.redirect(`${backTo(context)}&picture=refused`, 303);
    await say(play, writer, said.data);
    return context.redirect(backTo(context, writer.thread), 303);
  });
  const does =
    <Body>(schema: z.ZodType<Body>, work: (writer: Customer, body: Body) => Promise<unknown>) =>
    async (context: Context) => {
      const asked = schema.safeParse(await context.req.parseBody());
      const thread = selectedIn(play, context);
      if (asked.success && thread !== undefined) await work(play.as(thread), asked.data);
      return context.redirect(backTo(context), 303);
    };
  app.post(
    "/edit",
    does(Editing, (writer, { id, text }) => writer.edit(id, text)),
  );
  app.post(
    "/remove",
    does(Naming, (writer, { id }) => writer.remove(id)),
  );
  app.post(
    "/react",
    does(Naming, (writer, { id }) => writer.react(id, "❤")),
  );
};

type Said = z.infer<typeof Saying>;

/** Who is selected goes on writing; else it is somebody new, with a name for each platform. */
const writerOf = (play: Play, context: Context, { name, place }: Said): Customer | undefined => {
  const selected = selectedIn(play, context);
  if (selected !== undefined) return play.as(selected);
  if (name === undefined) return undefined;
  const platform = platformOf(place);
  const hasHandle = platform === "x" || platform === "instagram";
  return play.customer(hasHandle ? { platform, name, handle: handleOf(name) } : { platform, name });
};

/** A file field left empty comes as an empty file. */
const isTakeable = (picture: File | undefined): boolean =>
  picture === undefined || picture.size === 0 || (picture.size <= pictureBytes && picture.type.startsWith("image/"));

const say = async (play: Play, writer: Customer, { picture, place, text }: Said): Promise<void> => {
  const hasPicture = picture !== undefined && picture.size > 0;
  if (!hasPicture && place !== "instagram.story" && text === "") return;
  const bytes = hasPicture ? new Uint8Array(await picture.arrayBuffer()) : new Uint8Array();
  const pictures = hasPicture || place === "instagram.story" ? [play.hang(bytes)] : [];
  if (place === "instagram.story") await writer.mentionInStory(pictures[0] ?? "");
  else await writer.say(visibilityOf(place), text, pictures.length === 0 ? {} : { pictures });
};

const selectedIn = ({ threads }: Play, context: Context): Thread | undefined =>
  threads().find((thread) => thread.entries.length > 0 && keyOf(thread) === context.req.query("with"));

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
