import type { redaction as english } from "../en/redaction.ts";

export const redaction: typeof english = {
  lead: "Saisissez ou collez un message pour voir ce que les règles en font. Il n’est ni conservé ni journalisé.",
  text: "Message à examiner",
  where: "Où il se trouve",
  ask: "Expliquer",
  kept: "Ce qui serait conservé",
  fired: "Règles déclenchées",
  missed: "De justesse",
  nothingFired: "Aucune règle ne s’est déclenchée.",
  nothingMissed: "Rien n’a approché une règle.",
  kind: "Retiré comme",
  value: "Passage relevé",
  rule: "Règle",
  why: "Pourquoi pas",
  whys: {
    "no issuer's range, no cue": "Aucun émetteur de cartes n’a cette plage, et rien ne dit que c’est une carte",
    "Luhn fails, no cue": "La clé est fausse, et rien ne dit que c’est une carte",
    "an amount": "C’est un montant",
    "a date": "C’est une date",
    "part of a longer code": "C’est une partie d’un code plus long",
  } as Record<string, string>,
};
