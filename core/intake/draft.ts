import * as Redaction from "#core/redaction";

/**
 * A bank answers with its own telephone numbers, addresses and names; anything else that redaction knows must not leave
 * in a reply.
 */
const sendable: ReadonlySet<Redaction.Kind> = new Set<Redaction.Kind>([
  "phone",
  "email",
  "address",
  "name",
  "ip",
  "bic",
]);

/** The kinds in a text that must not be sent to a customer. */
export const unsendableKinds = (text: string, options: Redaction.Options = {}): readonly Redaction.Kind[] => [
  ...new Set(unsendable(text, options).map(({ kind }) => kind)),
];

/**
 * What is being written, as it may be kept. A reply keeps what a reply may say, so that it comes back as it was; a note is
 * redacted like a message.
 */
export const draftOf = (text: string, isNote: boolean, options: Redaction.Options): Redaction.Redacted => {
  if (isNote) return Redaction.redact(text, options).text;
  const draft = Redaction.write(text, unsendable(text, options), options).text;
  // What was left may hold more once its neighbours are gone: then nothing doubtful stays.
  return unsendable(draft, options).length === 0 ? draft : Redaction.redact(text, options).text;
};

const unsendable = (text: string, options: Redaction.Options): readonly Redaction.Finding[] =>
  Redaction.redact(text, options).found.filter(({ kind }) => !sendable.has(kind));
