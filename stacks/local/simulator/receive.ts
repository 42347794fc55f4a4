import type { Context } from "hono";
import { type Bindings, cut, type Failure, keepSilent } from "./failure.ts";
import type { Breach } from "./rule.ts";
import type { SentFile } from "./upload.ts";
import type { Entry, Platform, Thread, Visibility } from "./world.ts";

/** An answer of the bank as it came in over a platform's API. */
export type Answer = {
  readonly platform: Platform;
  readonly visibility: Visibility;
  readonly text: string;
  /** The id of the person, or of what they said, that it goes to. */
  readonly to: string;
  readonly inReplyTo?: string;
  readonly marker?: string;
  /** A file that was uploaded before. */
  readonly file?: SentFile;
  /** On X: a button below it opens a private message to the bank. */
  readonly invitesPrivately?: true;
  /** On Instagram: below media that are not the bank's, where it was named. */
  readonly isMention?: true;
  /** Tagged HUMAN_AGENT: a person wrote it, and more than 24 hours have passed. */
  readonly isHumanAgent?: true;
  /** A template of WhatsApp's, which may begin a talk. */
  readonly isTemplate?: true;
};

/** What came of an answer: its entry, or how it was turned down. */
export type Received = Answer & { readonly outcome: "accepted" | Failure | Breach };

/** Why the platform answers with an error of its own. */
export type Refused = Exclude<Failure, "silent" | "lost"> | Breach;

/** How a platform words its answers. `failed` may quote what was sent, as real ones do. */
export type Dialect = {
  readonly accepted: (entry: Entry, thread: Thread) => Response;
  readonly failed: (refused: Refused, answer: Answer) => Response;
};

export type Receive = (context: Context<Bindings>, answer: Answer, dialect: Dialect) => Promise<Response>;

type Desk = {
  /** How this answer goes wrong, if it does. */
  readonly nextFailure: (answer: Answer) => Failure | undefined;
  readonly breach: (answer: Answer) => Breach | undefined;
  readonly note: (received: Received) => void;
  /** Takes the answer into its thread and lets the echo go out; resolves when the caller may be answered. */
  readonly accept: (answer: Answer) => Promise<{ entry: Entry; thread: Thread }>;
};

/** Takes answers in, or fails them as was asked for, or as the platform's rules say. */
export const createReceive =
  (desk: Desk): Receive =>
  async (context, answer, dialect) => {
    const failure =
      answer.text === "" && answer.isTemplate !== true && answer.file === undefined
        ? "refused"
        : desk.nextFailure(answer);
    const breach = failure === undefined ? desk.breach(answer) : undefined;
    desk.note({ ...answer, outcome: failure ?? breach ?? "accepted" });
    if (failure === "silent") return keepSilent(context);
    if (failure !== undefined && failure !== "lost") return dialect.failed(failure, answer);
    if (breach !== undefined) return dialect.failed(breach, answer);
    const { entry, thread } = await desk.accept(answer);
    return failure === "lost" ? cut(context) : dialect.accepted(entry, thread);
  };
