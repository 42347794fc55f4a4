import { unclickable } from "./detector/evidence.ts";
import { fold } from "./fold.ts";
import type { Finding } from "./kind.ts";
import { find } from "./redact.ts";

/** What a writer quotes as a fraudster's: a number as it was written, a link in a form that opens nothing. */
export type Evidence = { readonly kind: "phone" | "link"; readonly value: string };

const longestNumber = 60;
const longestLink = 300;

/**
 * What was removed from a text because it is a fraudster's, each once. A link keeps its host and path: what follows "?" or
 * "#" often names its victim, and so may a part of the path, which then is "…".
 */
export const evidenceIn = (text: string, found: readonly Finding[]): readonly Evidence[] => {
  const values = new Map<string, Evidence>();
  for (const { end, isEvidence, kind, start } of found) {
    if (isEvidence !== true) continue;
    const evidence =
      kind === "phone" ? numberOf(text.slice(start, end)) : linkOf(text.slice(start, start + longestLink));
    if (evidence !== undefined) values.set(evidence.value, evidence);
  }
  return [...values.values()];
};

const plain = (text: string): string => [...text].map((each) => fold(each.codePointAt(0) ?? 0)).join("");

const numberOf = (text: string): Evidence => ({
  kind: "phone",
  value: plain(text).replace(/\s+/g, " ").trim().slice(0, longestNumber),
});

/** The whole of it, whatever else was found inside. Undefined for what stood behind that. */
const linkOf = (text: string): Evidence | undefined => {
  const parts = /^(https?:\/\/|)([^/?#@\s<>"')\]]{3,253})([^?#\s<>"')\]]*)/i.exec(plain(text));
  const [, scheme = "", host = "", path = ""] = parts ?? [];
  if (!/\.[a-z0-9-]{2,}$/i.test(host)) return undefined;
  const bare = path.replace(/[.,;:!]+$/, "").split("/");
  const kept = bare.map((part) => (find(part, {}).length === 0 ? part : "…"));
  return { kind: "link", value: unclickable(`${scheme}${host}${kept.join("/")}`) };
};
