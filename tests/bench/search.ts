import type { Card } from "../../web/inbox/data/api-types.ts";
import { findInCards, prepare } from "../../web/inbox/data/search/model.ts";
import { type Figure, median, round, shared } from "../support/figure.ts";
import { card } from "../web/card.ts";

const CROWD = 10_000;
const RUNS = 9;
const WORDS_OF_A_PREVIEW = 18;
const vocabulary =
  "carte bloquée virement refusé bonjour application paiement agence conseiller découvert prélèvement question merci réponse délai".split(
    " ",
  );
/** A first letter, a name, a word that many have, and words that nobody has: every card is looked at to its end. */
const QUESTIONS = ["c", "client 99", "refuse", "absent partout"];

/** What one key in the search's field costs among ten thousand open conversations. */
export async function* run(): AsyncGenerator<Figure> {
  const cards = crowd();
  yield {
    figure: "search, texts of 10,000 cards prepared",
    value: timeOf(() => prepare(cards)),
    unit: "ms",
    note: shared,
  };
  for (const asked of QUESTIONS) {
    const times = Array.from({ length: RUNS }, () => timeOf(() => findInCards(cards, asked)));
    yield {
      figure: `search, "${asked}" in 10,000 prepared cards, median`,
      value: median(times),
      unit: "ms",
      note: shared,
    };
  }
}

const timeOf = (work: () => void): number => {
  const start = performance.now();
  work();
  return round(performance.now() - start);
};

const crowd = (): Card[] =>
  Array.from({ length: CROWD }, (_, number) =>
    card({
      id: `c_${number}`,
      contact: { name: `Client Imaginaire ${number}`, handle: `client_${number}` },
      preview: Array.from({ length: WORDS_OF_A_PREVIEW }, (_, place) => vocabulary[(number * 7 + place * 3) % 15]).join(
        " ",
      ),
    }),
  );
