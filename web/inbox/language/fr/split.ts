import type { split as english } from "../en/split.ts";

export const split: typeof english = {
  title: "En faire deux conversations",
  lead: "Ce que vous choisissez devient une conversation à part, avec son échéance et sa réponse. Ce que le client écrit ensuite arrive dans celle-ci. Fusionner de nouveau les deux annule la séparation.",
  messages: "Messages qui partent",
  onward: "Tout à partir du premier choisi",
  noWords: "Sans texte",
  chosen: (chosen) => (chosen < 2 ? `${chosen} message choisi` : `${chosen} messages choisis`),
  tooMany: (most) => `${most} messages au plus`,
  make: "Séparer",
};
