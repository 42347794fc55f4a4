/** Something that must never be found: a card number, an IBAN, a password. */
export type Canary = { readonly name: string; readonly value: string };

export type Sighting = { readonly canary: string; readonly sink: string; readonly form: string };

/** Every form in which a value may hide in a text: as it is, taken apart by separators, escaped, in base64 or hex. */
export const sightings = (canaries: readonly Canary[], sink: string, text: string): readonly Sighting[] => {
  const opened = undoEscapes(text);
  const squeezed = [text, opened].map((each) => each.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase());
  return canaries.flatMap(({ name, value }) => {
    const bare = value.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
    const forms = [
      ...(text.includes(value) || opened.includes(value) ? ["plain"] : []),
      ...(squeezed.some((each) => each.includes(bare)) ? ["taken apart or escaped"] : []),
      ...(base64Forms(value).some((form) => text.includes(form)) ? ["base64"] : []),
      ...(base64Forms(bare).some((form) => text.includes(form)) ? ["base64 of the bare value"] : []),
      ...(text.toLowerCase().includes(Buffer.from(value).toString("hex")) ? ["hex"] : []),
    ];
    return forms.map((form) => ({ canary: name, sink, form }));
  });
};

/** JSON, percent and HTML escapes undone, repeatedly: a text may be escaped twice. */
const undoEscapes = (text: string): string => {
  let opened = text;
  for (let round = 0; round < 3; round += 1) {
    opened = opened
      .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      .replace(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      .replace(/&#(\d{1,4});/g, (_, digits: string) => String.fromCharCode(Number(digits)));
  }
  return opened.replaceAll("\\\\", "\\");
};

/** A value inside a longer base64 text stands at one of three alignments; the ends mix with what is around it. */
const base64Forms = (value: string): readonly string[] =>
  [0, 1, 2].flatMap((shift) => {
    const encoded = Buffer.from(" ".repeat(shift) + value)
      .toString("base64")
      .replace(/=+$/, "");
    const core = encoded.slice(shift === 0 ? 0 : shift + 1, -1);
    return [core, core.replaceAll("+", "-").replaceAll("/", "_")];
  });

/** A card number of a test range with a valid check digit: `prefix` and as many digits of `seed` as fit. */
export const testCard = (prefix: string, seed: number): string => {
  const body = `${prefix}${String(seed).padStart(15 - prefix.length, "0")}`.slice(0, 15);
  const sum = [...body].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
};

/** A French IBAN of an invented account (ISO 13616: mod 97 of the rearranged number is 1). */
export const testIban = (account: number): string => {
  const rib = `30003000${String(account).padStart(13, "0")}00`;
  const check = 98n - (BigInt(`${rib}152700`) % 97n);
  return `FR${String(check).padStart(2, "0")}${rib}`;
};
