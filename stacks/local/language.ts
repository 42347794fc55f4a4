export type Language = "fr" | "en";

/**
 * The language a person reads best: the first wish that names one we have, else French. A wish is
 * a single tag, `Accept-Language` (RFC 9110, with weights) or `ui_locales` (OpenID Connect, by spaces).
 */
export const languageOf = (...wishes: readonly unknown[]): Language => {
  for (const wish of wishes) {
    const known = typeof wish === "string" ? preferences(wish).find(isKnown) : undefined;
    if (known !== undefined) return known;
  }
  return "fr";
};

const isKnown = (tag: string): tag is Language => tag === "fr" || tag === "en";

/** Primary tags, the most wanted first. */
const preferences = (text: string): string[] =>
  text
    .split(/,\s*|\s+/)
    .map((part) => part.split(";q="))
    .map(([tag = "", weight = "1"]) => ({ tag: tag.toLowerCase().split("-")[0] ?? "", weight: Number(weight) || 0 }))
    .toSorted((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
