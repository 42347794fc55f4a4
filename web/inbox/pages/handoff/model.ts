import type { Card, Handoff, SecureView } from "../../data/api-types.ts";

/** Whether an agent may offer the way on from here: a new offer takes back one that led nowhere. */
export const mayOffer = (card: Pick<Card, "status" | "elsewhere">, secure: Pick<SecureView, "way">): boolean =>
  card.status === "open" && card.elsewhere === null && secure.way !== null;

/** A link that has led nowhere yet can be taken back. */
export const mayRevoke = ({ step, way }: Pick<Handoff, "step" | "way">): boolean =>
  way === "secure-page" && ["offered", "delivered", "opened"].includes(step);

/** What is told of a silence, by where it fell. */
export const silenceOf = ({
  isStalled,
  step,
}: Pick<Handoff, "isStalled" | "step">): "offered" | "signed-in" | undefined => {
  if (!isStalled) return undefined;
  return step === "signed-in" ? "signed-in" : "offered";
};

/** The customer's language where the page knows it, else the bank's first of those an offer speaks. */
export const languageFor = (card: Pick<Card, "language">, languages: readonly string[]): "fr" | "en" =>
  [card.language, ...languages].find((each): each is "fr" | "en" => each === "fr" || each === "en") ?? "fr";
