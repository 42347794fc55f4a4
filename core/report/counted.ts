import type { Fact } from "./fact.ts";
import type { Happening } from "./happening/index.ts";

/** Whether a fact is one of those that a figure counts. */
export const isOf = (fact: Fact, happening: Happening): boolean =>
  namesOf(fact).some((name) => name === happening || name.startsWith(`${happening}.`));

/** What a fact counts as, each with a figure of its own. */
export const namesOf = (fact: Fact): readonly string[] => {
  switch (fact.what) {
    case "opened":
    case "received":
    case "heard":
    case "reopened":
      return [fact.what];
    case "rated":
      return [`rated.${fact.score}`];
    case "sent":
      return [fact.isAutomatic === true ? "sent.automatic" : "sent.byPeople"];
    case "promise":
      return [`${fact.isKept ? "kept" : "broken"}.${fact.target}`];
    case "closed":
      return [`closed.${fact.outcome}`];
    case "handoff":
      return [
        `handoff.${fact.step}`,
        ...(fact.stoppedAfter === undefined ? [] : [`handoff.after.${fact.stoppedAfter}`]),
      ];
    case "answered":
    case "resolved":
    case "worked":
      return [];
    default:
      return fact satisfies never;
  }
};
