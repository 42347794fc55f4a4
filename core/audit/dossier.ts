import * as z from "zod";
import { digestBody, firstBreak, genesis, hashEntry, openEntry } from "./entry.ts";

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * What a conversation was, to be kept or handed over: its log in the bytes that were hashed, and the redacted words that
 * are still kept, each with the salt of the digest that the log holds. Whoever has it can check it without Guichet.
 */
export const Dossier = z.object({
  format: z.literal("guichet-dossier/1"),
  conversationId: z.string(),
  exportedAt: z.iso.datetime(),
  head: z.object({ version: z.int().positive(), hash: Hash }),
  entries: z.array(z.string()),
  texts: z.array(z.object({ messageId: z.string(), text: z.string(), salt: z.string() })),
});
export type Dossier = z.infer<typeof Dossier>;

export type Verdict = {
  readonly entries: number;
  /** Every entry names the hash of the one before, from the first to the head. */
  readonly isIntact: boolean;
  /** Version of the first entry that does not follow; one more than the last when the end is missing. */
  readonly brokenAt?: number;
  readonly texts: {
    /** Word for word what the log speaks of. */
    readonly same: number;
    readonly different: readonly string[];
    /** Spoken of in the log and erased since, as the log itself says: by the bank's term or on request. */
    readonly erased: number;
    /** Spoken of in the log, and not kept any more for another reason: removed, or left out. */
    readonly gone: number;
  };
};

/** Reads a dossier against itself. What no log speaks of counts as different. */
export const verify = ({ entries, head, texts }: Dossier): Verdict => {
  const brokenAt = firstBreak(entries) ?? endBreak(entries, head);
  const digests = digestsIn(entries.slice(0, (brokenAt ?? Number.POSITIVE_INFINITY) - 1));
  const different = texts.filter(({ messageId, salt, text }) => digests.get(messageId) !== digestBody(text, salt));
  const held = new Set(texts.map(({ messageId }) => messageId));
  const erased = erasedIn(entries.slice(0, (brokenAt ?? Number.POSITIVE_INFINITY) - 1));
  const missing = [...digests.keys()].filter((id) => !held.has(id));
  return {
    entries: entries.length,
    isIntact: brokenAt === undefined,
    ...(brokenAt === undefined ? {} : { brokenAt }),
    texts: {
      same: texts.length - different.length,
      different: different.map(({ messageId }) => messageId),
      erased: missing.filter((id) => erased.has(id)).length,
      gone: missing.filter((id) => !erased.has(id)).length,
    },
  };
};

const endBreak = (entries: readonly string[], head: Dossier["head"]): number | undefined => {
  const last = entries.at(-1);
  const hash = last === undefined ? genesis : hashEntry(last);
  return entries.length === head.version && hash === head.hash ? undefined : entries.length + 1;
};

type Digested = { readonly type?: string; readonly messageId?: string; readonly digest?: string };

/** What was spoken of before the last erasure that the log tells of. */
const erasedIn = (entries: readonly string[]): ReadonlySet<string> => {
  const events = entries.flatMap((sealed) => openEntry<Digested>(sealed).events);
  const last = events.findLastIndex(({ type }) => type === "erasure-ordered");
  return new Set(
    events
      .slice(0, Math.max(0, last))
      .flatMap(({ digest, messageId }) => (digest === undefined || messageId === undefined ? [] : [messageId])),
  );
};

/** The newest digest of each message. */
const digestsIn = (entries: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    entries
      .flatMap((sealed) => openEntry<Digested>(sealed).events)
      .flatMap(({ digest, messageId }) =>
        digest === undefined || messageId === undefined ? [] : [[messageId, digest]],
      ),
  );
