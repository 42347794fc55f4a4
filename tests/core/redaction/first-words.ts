/**
 * The words that a text matched by an expression can start with: its letters up to the first character that is none.
 * Reads what the cues are made of: groups, alternatives, classes of characters, optional parts; what is looked at around
 * the place counts for nothing. A word that is left open ("[a-z]+") is none.
 */
export const firstWords = (source: string): ReadonlySet<string> => {
  const words = new Set<string>();
  for (const { text } of new Expansion(source).alternatives()) if (text !== "") words.add(text);
  return words;
};

/** The alternatives of an expression, those within a group that is all of one too; "(?![a-z])" behind it is left out. */
export const alternativesOf = (source: string): readonly string[] => {
  const whole = source.replace(/\(\?!\[a-z\]\)$/, "");
  const pieces = split(whole);
  if (pieces.length > 1) return pieces.flatMap(alternativesOf);
  const isGroup = whole.startsWith("(?:") && closing(whole, 0) === whole.length - 1;
  return isGroup ? alternativesOf(whole.slice(3, -1)) : [whole];
};

const split = (source: string): readonly string[] => {
  const pieces: string[] = [];
  let from = 0;
  for (let at = 0; at < source.length; at = next(source, at)) {
    if (source[at] !== "|") continue;
    pieces.push(source.slice(from, at));
    from = at + 1;
  }
  return [...pieces, source.slice(from)];
};

/** Behind the character, the escaped one, the class or the whole group that starts at `at`. */
const next = (source: string, at: number): number => {
  if (source[at] === "\\") return at + 2;
  if (source[at] === "[") return source.indexOf("]", at + 1) + 1;
  return source[at] === "(" ? closing(source, at) + 1 : at + 1;
};

const closing = (source: string, opening: number): number => {
  let at = opening + 1;
  while (source[at] !== ")") at = next(source, at);
  return at;
};

type Start = { readonly text: string; readonly isEnded: boolean };
const ended: Start = { text: "", isEnded: true };
const nothing: Start = { text: "", isEnded: false };

class Expansion {
  private at = 0;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  alternatives(): readonly Start[] {
    const all = [...this.sequence()];
    while (this.source[this.at] === "|") {
      this.at++;
      all.push(...this.sequence());
    }
    return all;
  }

  private sequence(): readonly Start[] {
    let starts: readonly Start[] = [nothing];
    while (this.at < this.source.length && !"|)".includes(this.source[this.at] ?? "")) {
      const piece = this.piece();
      const choices = this.isOptional() ? [...piece, nothing] : piece;
      starts = unique(
        starts.flatMap((start) =>
          start.isEnded ? [start] : choices.map(({ text, isEnded }) => ({ text: start.text + text, isEnded })),
        ),
      );
    }
    return starts;
  }

  private piece(): readonly Start[] {
    const one = this.source[this.at] ?? "";
    if (one === "(") return this.group();
    if (one === "[") return this.characters();
    this.at += one === "\\" ? 2 : 1;
    return [/[a-z]/.test(one) ? { text: one, isEnded: false } : ended];
  }

  private group(): readonly Start[] {
    const [opening] = /^\((?:\?(?:<?[=!]|:))?/.exec(this.source.slice(this.at)) ?? ["("];
    this.at += opening.length;
    const inside = this.alternatives();
    this.at++;
    return opening.endsWith("=") || opening.endsWith("!") ? [nothing] : inside;
  }

  private characters(): readonly Start[] {
    const end = this.source.indexOf("]", this.at + 1);
    const inside = this.source.slice(this.at + 1, end);
    this.at = end + 1;
    if (inside.startsWith("^") || inside.includes("a-z")) return [ended];
    return unique([...inside].map((one) => (/[a-z]/.test(one) ? { text: one, isEnded: false } : ended)));
  }

  /** Steps over what says how often; whether that may be never. */
  private isOptional(): boolean {
    const [quantifier = ""] = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/.exec(this.source.slice(this.at)) ?? [];
    this.at += quantifier.length;
    return /^(?:[?*]|\{0)/.test(quantifier);
  }
}

const unique = (starts: readonly Start[]): readonly Start[] => [
  ...new Map(starts.map((start) => [`${start.text} ${start.isEnded}`, start])).values(),
];
