import type { Finding } from "./finding.ts";
import { defaultPolicy } from "./policy.ts";
import { placeIn, type Reading, readingOf } from "./reading.ts";
import { respellingOf } from "./respelling.ts";
import { accountFacts } from "./rule/account-fact.ts";
import { askedSecrets } from "./rule/asked-secret.ts";
import { goingOut, type Own } from "./rule/going-out.ts";
import { wrongLanguage } from "./rule/language.ts";
import { unknownLinks } from "./rule/link.ts";
import { wording } from "./rule/wording.ts";
import type { Policy } from "./schema.ts";
import { sentencesOf } from "./word.ts";

/** Where the words go, and what is known of the bank that sends them. */
export type Surroundings = {
  readonly visibility: "public" | "private";
  /** The customer's, ISO 639-1. */
  readonly language?: string | undefined;
  readonly policy?: Policy | undefined;
  /** Hosts that are known besides the policy's: the installation's own. */
  readonly hosts?: readonly string[] | undefined;
  /** How the bank has messages redacted: its own numbers that may stand, and patterns of those that may not. */
  readonly redaction?: Own | undefined;
};

/** Longer texts fit no channel. */
const readCharacters = 10_000;

/** What is wrong with a reply, in the order in which it stands there. */
export const check = (written: string, surroundings: Surroundings): readonly Finding[] => {
  const text = written.slice(0, readCharacters);
  const { hosts = [], language, policy = defaultPolicy, redaction, visibility } = surroundings;
  const respelling = respellingOf(text);
  const said = wordsIn(readingOf(text), visibility, policy);
  const found = [
    ...goingOut(text, redaction),
    ...unknownLinks(text, [...policy.links, ...hosts]),
    ...said,
    ...(respelling === undefined ? [] : unlike(said, wordsIn(respelling, visibility, policy))),
    ...wrongLanguage(sentencesOf(text), language),
  ];
  return found.toSorted((left, right) => left.start - right.start || right.end - left.end);
};

const wordsIn = (reading: Reading, visibility: "public" | "private", policy: Policy): readonly Finding[] =>
  sentencesOf(reading.text)
    .flatMap((sentence) => [
      ...askedSecrets(sentence),
      ...(visibility === "public" ? accountFacts(sentence, reading.text) : []),
      ...wording(sentence, policy.lists),
    ])
    .map((finding) => ({ ...finding, ...placeIn(reading, finding.start, finding.end) }));

/** What the words as they are written say already need not be said again. */
const unlike = (known: readonly Finding[], more: readonly Finding[]): readonly Finding[] =>
  more.filter(({ end, kind, start }) => !known.some((one) => one.kind === kind && one.start < end && start < one.end));

export const isBlocked = (findings: readonly Finding[]): boolean =>
  findings.some(({ severity }) => severity === "block");
