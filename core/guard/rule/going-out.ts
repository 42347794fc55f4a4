import * as Redaction from "#core/redaction";
import { type Finding, type FindingKind, findingOf } from "../finding.ts";
import { placeIn, readingOf, respelled } from "../reading.ts";

/** What a bank answers with of its own: telephone numbers, addresses, names. */
const ownKinds: ReadonlySet<Redaction.Kind> = new Set<Redaction.Kind>([
  "phone",
  "email",
  "address",
  "name",
  "ip",
  "bic",
  "link",
]);

const names: Partial<Record<Redaction.Kind, FindingKind>> = {
  card: "card",
  "security-code": "card",
  expiry: "card",
  iban: "iban",
  account: "iban",
  secret: "secret",
};

/** Of a bank's rules, what it says of its own numbers. What it lets a customer's message keep is not for a bank to write. */
export type Own = Pick<Redaction.Policy, "allow" | "patterns">;

/** Cards, codes and personal data on their way out, by the same engine that keeps them from coming in. */
export const goingOut = (text: string, own: Own = {}): readonly Finding[] => {
  const found = foundIn(text, own);
  const lettered = respelled(readingOf(text), letteredDigits, ({ 0: run }) =>
    run.replace(/[lI|]/g, "1").replace(/[oO]/g, "0"),
  );
  if (lettered.text === text) return found;
  const more = foundIn(lettered.text, own).filter(({ kind }) => kind === "card" || kind === "iban");
  return [
    ...found,
    ...more
      .map((finding) => ({ ...finding, ...placeIn(lettered, finding.start, finding.end) }))
      .filter(({ end, start }) => !found.some((one) => one.start < end && start < one.end)),
  ];
};

/** Groups of a number in which letters stand for digits: "4lll llll". */
const letteredDigits = /(?<![\p{L}\p{N}])(?=[\dlI|oO]*[lI|oO])[\dlI|oO]{3,19}(?![\p{L}\p{N}])/gu;

const foundIn = (text: string, { allow = [], patterns = [] }: Own): readonly Finding[] =>
  Redaction.redact(text, { policy: { allow, patterns } })
    .found.filter((each) => !(ownKinds.has(each.kind) || isPhone(text, each)))
    .map(({ end, kind, start }) => findingOf(names[kind] ?? "personal-data", start, end));

/** "To report a lost card, call +33 1 99 00 12 34, 24/7": read for itself it is one. */
const isPhone = (text: string, { end, kind, start }: ReturnType<typeof Redaction.redact>["found"][number]): boolean =>
  kind === "card" &&
  text[start - 1] === "+" &&
  Redaction.redact(text.slice(start - 1, end)).found.every((each) => each.kind === "phone");
