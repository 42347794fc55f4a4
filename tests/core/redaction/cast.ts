import * as Redaction from "#core/redaction";

/** Numbers that belong to nobody: schemes' test ranges or ranges of our own choice, banks that do not exist. */
export const cards = {
  visa: "4000056655665556",
  french: "4970101234567893",
  mastercard: "5200828282828210",
  series2: "2223000048410010",
  amex: "378282246310005",
  diners: "30569309025904",
  maestro: "6759649826438453",
} as const;

export const rib = "12345678901234567890104";
export const iban = "FR7612345678901234567890104";
export const ibans = [iban, "DE37999999990123456789", "GB52ZZZZ99999912345678", "NL51ZZZZ0123456789"] as const;

export const redacted = (text: string, options?: Redaction.Options): string => Redaction.redact(text, options).text;

/** Kinds with the values that were removed. */
export const found = (text: string, options?: Redaction.Options): readonly string[] =>
  Redaction.redact(text, options).found.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

/** No letter and no digit of [start, end) is left in the output. */
export const isHidden = (text: string, start: number, end: number): boolean => {
  const spans = Redaction.redact(text).found;
  for (let at = start; at < end; ) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (/[\p{L}\p{N}]/u.test(character) && !spans.some((span) => span.start <= at && at < span.end)) return false;
    at += character.length;
  }
  return true;
};
