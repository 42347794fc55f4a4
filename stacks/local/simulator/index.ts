import { Hono } from "hono";
import { createChaos } from "./chaos.ts";
import { type Customer, createCustomer, mark, newEntryId } from "./customer.ts";
import type { Bindings, Failure } from "./failure.ts";
import { createGallery } from "./gallery.ts";
import { createGraph } from "./graph.ts";
import type { Keeping } from "./keeping.ts";
import { createGraphLookups, createXLookups } from "./lookup.ts";
import { voiceOf } from "./payload/index.ts";
import { type Answer, createReceive, type Received } from "./receive.ts";
import { createRules, failsAfterwards } from "./rule.ts";
import { createScreen } from "./screen.ts";
import { createUploads } from "./upload.ts";
import { createWebhooks, type Sender, type Webhooks } from "./webhook.ts";
import {
  createWorld,
  type Entry,
  entryIn,
  type Platform,
  type Profile,
  platforms,
  type Thread,
  type World,
} from "./world.ts";
import { createX, type Moderate, type StandingOf } from "./x.ts";

export type { Customer } from "./customer.ts";
export { openKeeping } from "./keeping.ts";
export type { Profile } from "./world.ts";

/** When the platform tells the bank about the bank's own message: after answering it, before, or not at all. */
type Echoes = "after" | "before" | "never";

export type Simulator = {
  /** Below `/simulator`: the page, and the platforms' APIs at `/x` and `/graph`. */
  readonly app: Hono<Bindings>;
  customer(profile: Profile): Customer;
  threads(): readonly Thread[];
  answersTo(customer: Customer): readonly Entry[];
  /** The first answer of this run not yet given out by this function, now or when it comes. Rejects when the signal aborts. */
  nextAnswer(customer: Customer, signal?: AbortSignal): Promise<Entry>;
  /** Every answer that reached a platform's API, accepted or not. */
  readonly received: readonly Received[];
  /** What the bank has hidden. */
  readonly hidden: ReadonlySet<string>;
  /** Keeps a picture for a customer to send; answers its address, which fetches it. */
  hang(picture: Uint8Array<ArrayBuffer>): string;
  /** What was hung there is there no more, as a story after its day. */
  takeDown(address: string): void;
  /** The next `times` answers fail so. */
  fail(failure: Failure, times?: number): void;
  /** The bank's token of a platform is dead until it is said to live. */
  expireToken(platform: Platform, isExpired?: boolean): void;
  setEchoes(echoes: Echoes): void;
  /** A signed delivery of anything. */
  deliver(sender: Sender, payload: unknown): Promise<number>;
  stop(): void;
};

type Options = {
  readonly url: string;
  readonly consumerSecret: string;
  readonly appSecret: string;
  /** What outlives the process; absent, nothing does. Whoever opened it ends it. */
  readonly keeping?: Keeping;
  /** Misbehaves as platforms do on a bad day. */
  readonly chaos?: boolean;
};

/** X and Meta on this machine: customers who write, the APIs that take the bank's answers, and a page to play with. */
export const createSimulator = (options: Options): Simulator => {
  const chaos = options.chaos === true ? createChaos(Math.random, Date.now) : undefined;
  const calm = createWebhooks(options);
  const webhooks = chaos?.over(calm) ?? calm;
  const { keeping } = options;
  const world = createWorld(keeping?.known);
  if (keeping !== undefined) world.onEntry(keeping.keep);
  const gallery = createGallery(options.url);
  const uploads = createUploads();
  const received: Received[] = [];
  const failing: Failure[] = [];
  const expired = new Set<Platform>();
  const hidden = new Set<string>();
  const rules = createRules(Date.now);
  let echoes: Echoes = "after";
  const receive = createReceive({
    nextFailure: ({ platform }) =>
      expired.has(platform) ? "unauthorized" : (failing.shift() ?? chaos?.nextFailure(platform)),
    breach: (answer) => rules.check(answer, world.look(answer.platform, answer.to)),
    note: (one) => received.push(one),
    accept: (answer) => {
      rules.count(answer);
      return accept({ world, webhooks }, answer, echoes);
    },
  });
  const moderate: Moderate = (moderation) => {
    const failure = failing.shift();
    if (failure === undefined) setImmediate(() => void moderateIn({ world, webhooks }, moderation));
    if (failure === undefined && moderation.does !== "delete")
      hidden[moderation.does === "hide" ? "add" : "delete"](moderation.id);
    return failure;
  };
  const standingOf: StandingOf = (id) => {
    const thread = platforms.map((platform) => world.look(platform, id)).find((found) => found !== undefined);
    if (thread && entryIn(thread, id)?.isRemoved === true) return "gone";
    return hidden.has(id) ? "hidden" : "stands";
  };
  const as = (thread: Thread) => createCustomer({ world, webhooks }, thread);
  const simulator: Simulator = {
    app: new Hono<Bindings>(),
    customer: (profile) => as(world.open(profile)),
    threads: world.threads,
    answersTo: ({ thread }) => answersIn(thread),
    nextAnswer: createNextAnswer(world),
    received,
    hidden,
    hang: gallery.hang,
    takeDown: gallery.takeDown,
    fail: (failure, times = 1) => failing.push(...Array.from({ length: times }, () => failure)),
    expireToken: (platform, isExpired = true) => expired[isExpired ? "add" : "delete"](platform),
    setEchoes: (next) => {
      echoes = next;
    },
    deliver: webhooks.send,
    stop: webhooks.stop,
  };
  simulator.app.route("/simulator/pictures", gallery.app);
  const lookups = { world, isExpired: (platform: Platform) => expired.has(platform) };
  simulator.app.route("/simulator/x", createXLookups(lookups));
  simulator.app.route("/simulator/graph", createGraphLookups(lookups));
  simulator.app.route("/simulator/x", createX({ receive, moderate, standingOf, uploads, left: rules.left }));
  const graph = { receive, moderate, standingOf, uploads, addressOf: gallery.addressOf, appSecret: options.appSecret };
  simulator.app.route("/simulator/graph", createGraph(graph));
  simulator.app.route("/simulator", createScreen({ ...simulator, as, failing, expired }));
  return simulator;
};

type Play = { readonly world: World; readonly webhooks: Webhooks };

/** Takes the answer into its thread. The echo, and how far it got, are told as the platform does. */
const accept = async (play: Play, answer: Answer, echoes: Echoes) => {
  const thread = play.world.find(answer.platform, answer.to);
  const willFail = failsAfterwards(answer, thread, Date.now());
  const entry = entryOf(thread, answer);
  play.world.add(thread, entry);
  const tell = async () => {
    const notice = voiceOf(thread.platform, entry.visibility).said(thread, entry);
    if (notice !== undefined) await play.webhooks.send(notice.sender, notice.payload);
    await mark(play, thread, entry.id, willFail ? "failed" : "sent");
    if (!willFail && entry.visibility === "private") await mark(play, thread, entry.id, "delivered");
  };
  if (echoes === "before") await tell();
  if (echoes === "after") setImmediate(() => void tell());
  return { entry, thread };
};

const entryOf = ({ platform }: Thread, answer: Answer): Entry => {
  const { file, inReplyTo, invitesPrivately, marker, text, visibility } = answer;
  const now = Date.now();
  return {
    id: newEntryId(platform, visibility, now),
    from: "bank",
    visibility,
    text,
    at: new Date(now).toISOString(),
    ...(inReplyTo === undefined ? {} : { inReplyTo }),
    ...(marker === undefined ? {} : { marker }),
    ...(file === undefined ? {} : { file: { ...file, size: file.bytes.length } }),
    ...(invitesPrivately === undefined ? {} : { invitesPrivately }),
  };
};

const moderateIn = async ({ webhooks, world }: Play, { does, id }: Parameters<Moderate>[0]): Promise<void> => {
  const thread = platforms.map((platform) => world.look(platform, id)).find((found) => found !== undefined);
  const changes = does === "delete" ? ({ isRemoved: true } as const) : { isHidden: does === "hide" };
  const entry = thread && world.change(thread, id, changes);
  // A comment of an earlier run is known by its id alone; only Facebook's have a post in theirs.
  const where = thread ?? { platform: "facebook" as const, name: "…", publicId: "", privateId: "", entries: [] };
  const { moderated, removed } = voiceOf(where.platform, "public");
  const notice =
    does === "delete" ? entry && removed?.(where, entry) : moderated?.(where, entry ?? { id }, does === "hide");
  if (notice !== undefined) await webhooks.send(notice.sender, notice.payload);
};

const answersIn = (thread: Thread): readonly Entry[] => thread.entries.filter(({ from }) => from === "bank");

const createNextAnswer = ({ onEntry, threads }: World): Simulator["nextAnswer"] => {
  const given = new Map(threads().map((thread) => [thread, answersIn(thread).length]));
  return ({ thread }, signal) =>
    new Promise((resolve, reject) => {
      const look = () => {
        const count = given.get(thread) ?? 0;
        const next = answersIn(thread)[count];
        if (next === undefined) return;
        given.set(thread, count + 1);
        forget();
        resolve(next);
      };
      const forget = onEntry(look);
      look();
      signal?.addEventListener("abort", () => {
        forget();
        reject(signal.reason);
      });
    });
};
