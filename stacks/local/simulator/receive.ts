import type { Context } from "hono";
import { type Bindings, cut, type Failure, keepSilent } from "./failure.ts";
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
};

/** What came of an answer: its entry, or how it was turned down. */
export type Received = Answer & { readonly outcome: "accepted" | Failure };

/** How a platform words its answers. `failed` may quote what was sent, as real ones do. */
export type Dialect = {
  readonly accepted: (entry: Entry, thread: Thread) => Response;
  readonly failed: (failure: Exclude<Failure, "silent" | "lost">, answer: Answer) => Response;
};

export type Receive = (context: Context<Bindings>, answer: Answer, dialect: Dialect) => Promise<Response>;

type Desk = {
  readonly nextFailure: () => Failure | undefined;
  readonly note: (received: Received) => void;
  /** Takes the answer into its thread and lets the echo go out; resolves when the caller may be answered. */
  readonly accept: (answer: Answer) => Promise<{ entry: Entry; thread: Thread }>;
};

/** Takes answers in, or fails them as was asked for. */
export const createReceive =
  (desk: Desk): Receive =>
  async (context, answer, dialect) => {
    const failure = answer.text === "" ? "refused" : desk.nextFailure();
    desk.note({ ...answer, outcome: failure ?? "accepted" });
    if (failure === "silent") return keepSilent(context);
    if (failure !== undefined && failure !== "lost") return dialect.failed(failure, answer);
    const { entry, thread } = await desk.accept(answer);
    return failure === "lost" ? cut(context) : dialect.accepted(entry, thread);
  };
