import type { Finding } from "./finding.ts";
import { defaultPolicy } from "./policy.ts";
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
  const sentences = sentencesOf(text);
  const found = [
    ...goingOut(text, redaction),
    ...unknownLinks(text, [...policy.links, ...hosts]),
    ...sentences.flatMap((sentence) => [
      ...askedSecrets(sentence),
      ...(visibility === "public" ? accountFacts(sentence, text) : []),
      ...wording(sentence, policy.lists),
    ]),
    ...wrongLanguage(sentences, language),
  ];
  return found.toSorted((left, right) => left.start - right.start || right.end - left.end);
};

export const isBlocked = (findings: readonly Finding[]): boolean =>
  findings.some(({ severity }) => severity === "block");
