import { accounts } from "../account.ts";
import { newId } from "./id.ts";
import { type Notice, pagePostId, type Voice, voiceOf } from "./payload/index.ts";
import type { Webhooks } from "./webhook.ts";
import { type Entry, entryIn, type Standing, type Thread, type Visibility, type World } from "./world.ts";

/** What a customer's doing came to: its platform id and the webhook's status, 0 when nobody answered, 200 where nothing is told. */
export type Said = { readonly id: string; readonly status: number; readonly again: () => Promise<number> };
type Saying = { readonly at?: string; readonly inReplyTo?: string; readonly pictures?: readonly string[] };
type Words = Saying & { readonly text: string; readonly isStory?: true };

export type Customer = {
  readonly thread: Thread;
  say(visibility: Visibility, text: string, saying?: Saying): Promise<Said>;
  /** On X: a public post. */
  post(text: string, saying?: Saying): Promise<Said>;
  /** On X and Instagram: a private message. */
  dm(text: string, saying?: Saying): Promise<Said>;
  /** On Facebook and Instagram: a comment below what the bank has posted. */
  comment(text: string, saying?: Saying): Promise<Said>;
  /** On Facebook and WhatsApp: a private message. */
  message(text: string, saying?: Saying): Promise<Said>;
  /** On Instagram: a story of theirs that names the bank. */
  mentionInStory(picture: string): Promise<Said>;
  edit(id: string, text: string): Promise<Said>;
  remove(id: string): Promise<Said>;
  /** An emoji on something the bank said; without one it is taken back. */
  react(id: string, emoji?: string): Promise<Said>;
  /** Reads what the bank wrote in private. */
  read(): Promise<void>;
};

type Play = { readonly world: World; readonly webhooks: Pick<Webhooks, "send"> };

export const createCustomer = (play: Play, thread: Thread): Customer => {
  const say = (visibility: Visibility, words: Words) =>
    speak(play, thread, thread.platform === "whatsapp" ? "private" : visibility, words);
  const publicly = (text: string, saying?: Saying) => say("public", { ...saying, text });
  const privately = (text: string, saying?: Saying) => say("private", { ...saying, text });
  return {
    thread,
    say: (visibility, text, saying) => say(visibility, { ...saying, text }),
    post: publicly,
    comment: publicly,
    dm: privately,
    message: privately,
    mentionInStory: (picture) => say("private", { text: "", pictures: [picture], isStory: true }),
    edit: (id, text) => edit(play, thread, id, text),
    remove: (id) => change(play, thread, id, { changes: { isRemoved: true }, tell: ({ removed }) => removed }),
    react: (id, reaction) => react(play, thread, id, reaction),
    read: () => read(play, thread),
  };
};

const speak = async (play: Play, thread: Thread, visibility: Visibility, words: Words): Promise<Said> => {
  const entry = entryOf(thread, visibility, words);
  play.world.add(thread, entry);
  return told(play, entry.id, voiceOf(thread.platform, visibility).said(thread, entry));
};

const told = async ({ webhooks }: Play, id: string, notice: Notice | undefined): Promise<Said> => {
  const again = () => (notice === undefined ? Promise.resolve(200) : webhooks.send(notice.sender, notice.payload));
  return { id, status: await again(), again };
};

/** X gives every edit an id of its own. */
const edit = (play: Play, thread: Thread, id: string, text: string): Promise<Said> => {
  const before = entryIn(thread, id);
  const editedAt = new Date().toISOString();
  const renamed =
    thread.platform === "x" && before !== undefined
      ? { id: newId(Date.now()), earlierIds: [...(before.earlierIds ?? []), before.id] }
      : {};
  const changes = { text, editedAt, edits: (before?.edits ?? 0) + 1, ...renamed };
  return change(play, thread, id, { changes, tell: ({ edited }) => edited });
};

type Change = {
  readonly changes: Partial<Entry>;
  readonly tell: (voice: Voice) => ((thread: Thread, entry: Entry) => Notice) | undefined;
};

const change = async (play: Play, thread: Thread, id: string, { changes, tell }: Change): Promise<Said> => {
  const entry = play.world.change(thread, id, changes);
  const notice = entry && tell(voiceOf(thread.platform, entry.visibility))?.(thread, entry);
  return told(play, entry?.id ?? id, notice);
};

const react = (play: Play, thread: Thread, id: string, reaction: string | undefined): Promise<Said> =>
  change(play, thread, id, {
    changes: reaction === undefined ? { reaction: "" } : { reaction },
    tell: ({ reacted }) => reacted && ((where, entry) => reacted(where, entry, reaction)),
  });

const read = async (play: Play, thread: Thread): Promise<void> => {
  const unread = thread.entries.filter(
    ({ from, standing, visibility }) =>
      from === "bank" && visibility === "private" && standing !== "read" && standing !== "failed",
  );
  for (const { id } of unread) await mark(play, thread, id, "read");
};

/** The platform notes how far it brought an answer of the bank's, and tells it where it does. */
export const mark = async (play: Play, thread: Thread, id: string, standing: Standing): Promise<void> => {
  const entry = play.world.change(thread, id, { standing });
  const notice = entry && voiceOf(thread.platform, entry.visibility).marked?.(thread, entry, standing);
  if (notice !== undefined) await play.webhooks.send(notice.sender, notice.payload);
};

const entryOf = ({ platform }: Thread, visibility: Visibility, { text, ...words }: Words): Entry => {
  const at = words.at ?? new Date().toISOString();
  const isReply = words.inReplyTo !== undefined;
  // A post reaches the bank because it names it; a reply does by itself.
  const isMention = platform === "x" && visibility === "public" && !isReply && !text.includes("@");
  return {
    ...words,
    id: newEntryId(platform, visibility, Date.parse(at)),
    from: "customer",
    visibility,
    text: isMention ? `@${accounts.x.handle} ${text}` : text,
    at,
  };
};

/** An id in the platform's own form. */
export const newEntryId = (platform: Thread["platform"], visibility: Visibility, at: number): string => {
  const id = newId(at);
  if (platform === "x") return id;
  if (platform === "whatsapp") return `wamid.${Buffer.from(id).toString("base64")}`;
  if (visibility === "private") return `m_${id}`;
  return platform === "facebook" ? `${pagePostId.split("_")[1]}_${id}` : id;
};
