import * as Redaction from "#core/redaction";
import { type Finding, type FindingKind, findingOf } from "../finding.ts";

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
export const goingOut = (text: string, { allow = [], patterns = [] }: Own = {}): readonly Finding[] =>
  Redaction.redact(text, { policy: { allow, patterns } })
    .found.filter(({ kind }) => !ownKinds.has(kind))
    .map(({ end, kind, start }) => findingOf(names[kind] ?? "personal-data", start, end));
