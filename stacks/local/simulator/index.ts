import { Hono } from "hono";
import { accounts } from "../account.ts";
import type { Bindings, Failure } from "./failure.ts";
import { createGallery } from "./gallery.ts";
import { createGraph } from "./graph.ts";
import { newId } from "./id.ts";
import { commentModerated, pagePostId, payloadOf } from "./payload.ts";
import { type Answer, createReceive, type Received } from "./receive.ts";
import { createScreen } from "./screen.ts";
import { createWebhooks, type Sender } from "./webhook.ts";
import { createWorld, type Entry, type Profile, type Thread, type Visibility, type World } from "./world.ts";
import { createX } from "./x.ts";

export type { Profile } from "./world.ts";

/** What a customer's message came to: its platform id and the webhook's status, 0 when nobody answered. */
type Said = { readonly id: string; readonly status: number; readonly again: () => Promise<number> };
type Saying = { readonly at?: string; readonly inReplyTo?: string; readonly pictures?: readonly string[] };

export type Customer = {
  readonly thread: Thread;
  say(visibility: Visibility, text: string, saying?: Saying): Promise<Said>;
  /** On X: a public post. */
  post(text: string, saying?: Saying): Promise<Said>;
  /** On X: a private message. */
  dm(text: string, saying?: Saying): Promise<Said>;
  /** On Facebook: a comment below the Page's post. */
  comment(text: string, saying?: Saying): Promise<Said>;
  /** On Facebook: a Messenger message. */
  message(text: string, saying?: Saying): Promise<Said>;
};

/** When the platform tells the bank about the bank's own message: after answering it, before, or not at all. */
type Echoes = "after" | "before" | "never";

export type Simulator = {
  /** Below `/simulator`: the page, and the platforms' APIs at `/x` and `/graph`. */
  readonly app: Hono<Bindings>;
  customer(profile: Profile): Customer;
  threads(): readonly Thread[];
  answersTo(customer: Customer): readonly Entry[];
  /** The first answer not yet given out by this function, now or when it comes. Rejects when the signal aborts. */
  nextAnswer(customer: Customer, signal?: AbortSignal): Promise<Entry>;
  /** Every answer that reached a platform's API, accepted or not. */
  readonly received: readonly Received[];
  /** Comments that the bank has hidden. */
  readonly hidden: ReadonlySet<string>;
  /** Keeps a picture for a customer to send; answers its address, which fetches it. */
  hang(picture: Uint8Array<ArrayBuffer>): string;
  /** The next `times` answers fail so. */
  fail(failure: Failure, times?: number): void;
  setEchoes(echoes: Echoes): void;
  /** A signed delivery of anything. */
  deliver(sender: Sender, payload: unknown): Promise<number>;
  stop(): void;
};

type Options = { readonly url: string; readonly consumerSecret: string; readonly appSecret: string };

/** X and Meta on this machine: customers who write, the APIs that take the bank's answers, and a page to play with. */
export const createSimulator = (options: Options): Simulator => {
  const world = createWorld();
  const webhooks = createWebhooks(options);
  const gallery = createGallery(options.url);
  const received: Received[] = [];
  const failing: Failure[] = [];
  const hidden = new Set<string>();
  let echoes: Echoes = "after";
  const tell = (thread: Thread, entry: Entry): Promise<number> => {
    const { sender, payload } = payloadOf(thread, entry);
    return webhooks.send(sender, payload);
  };
  const accept = async (answer: Answer) => {
    const thread = world.find(answer.platform, answer.to);
    const entry = entryOf(thread, answer);
    world.add(thread, entry);
    if (echoes === "before") await tell(thread, entry);
    if (echoes === "after") setImmediate(() => void tell(thread, entry));
    return { entry, thread };
  };
  const receive = createReceive({ nextFailure: () => failing.shift(), note: (one) => received.push(one), accept });
  const moderate = (moderation: { id: string; isHidden: boolean }) => {
    const failure = failing.shift();
    if (failure !== undefined) return failure;
    hidden[moderation.isHidden ? "add" : "delete"](moderation.id);
    setImmediate(() => void webhooks.send("meta", commentModerated(moderation)));
    return undefined;
  };
  const say = async (thread: Thread, visibility: Visibility, { text, ...saying }: Saying & { text: string }) => {
    const entry = sayingOf(thread, visibility, { text, ...saying });
    world.add(thread, entry);
    const again = () => tell(thread, entry);
    return { id: entry.id, status: await again(), again };
  };
  const simulator: Simulator = {
    app: new Hono<Bindings>(),
    customer: (profile) => customerOf(world.open(profile), say),
    threads: world.threads,
    answersTo: ({ thread }) => answersIn(thread),
    nextAnswer: createNextAnswer(world.onEntry),
    received,
    hidden,
    hang: gallery.hang,
    fail: (failure, times = 1) => failing.push(...Array.from({ length: times }, () => failure)),
    setEchoes: (next) => {
      echoes = next;
    },
    deliver: webhooks.send,
    stop: webhooks.stop,
  };
  simulator.app.route("/simulator/pictures", gallery.app);
  simulator.app.route("/simulator/x", createX(receive));
  simulator.app.route("/simulator/graph", createGraph(receive, moderate, options.appSecret));
  simulator.app.route("/simulator", createScreen({ ...simulator, failing }));
  return simulator;
};

type Say = (thread: Thread, visibility: Visibility, said: Saying & { text: string }) => Promise<Said>;

const customerOf = (thread: Thread, say: Say): Customer => {
  const publicly = (text: string, saying?: Saying) => say(thread, "public", { ...saying, text });
  const privately = (text: string, saying?: Saying) => say(thread, "private", { ...saying, text });
  return {
    thread,
    say: (visibility, text, saying) => say(thread, visibility, { ...saying, text }),
    post: publicly,
    comment: publicly,
    dm: privately,
    message: privately,
  };
};

const answersIn = (thread: Thread): readonly Entry[] => thread.entries.filter(({ from }) => from === "bank");

const createNextAnswer = (onEntry: World["onEntry"]): Simulator["nextAnswer"] => {
  const given = new Map<Thread, number>();
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

const entryOf = ({ platform }: Thread, { visibility, text, inReplyTo, marker }: Answer): Entry => {
  const now = Date.now();
  return {
    id: entryId(platform, visibility, now),
    from: "bank",
    visibility,
    text,
    at: new Date(now).toISOString(),
    ...(inReplyTo === undefined ? {} : { inReplyTo }),
    ...(marker === undefined ? {} : { marker }),
  };
};

const sayingOf = ({ platform }: Thread, visibility: Visibility, saying: Saying & { text: string }): Entry => {
  const at = saying.at ?? new Date().toISOString();
  const isReply = saying.inReplyTo !== undefined;
  // A post reaches the bank because it names it; a reply does by itself.
  const isMention = platform === "x" && visibility === "public" && !isReply && !saying.text.includes("@");
  return {
    id: entryId(platform, visibility, Date.parse(at)),
    from: "customer",
    visibility,
    text: isMention ? `@${accounts.x.handle} ${saying.text}` : saying.text,
    at,
    ...(saying.inReplyTo === undefined ? {} : { inReplyTo: saying.inReplyTo }),
    ...(saying.pictures === undefined ? {} : { pictures: saying.pictures }),
  };
};

const entryId = (platform: Thread["platform"], visibility: Visibility, at: number): string => {
  if (platform === "x") return newId(at);
  return visibility === "public" ? `${pagePostId.split("_")[1]}_${newId(at)}` : `m_${newId(at)}`;
};
