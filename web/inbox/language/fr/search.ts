import type { search as english } from "../en/search.ts";
import { countIn } from "../plural.ts";

const count = countIn("fr");

export const search: typeof english = {
  title: "Chercher une conversation",
  field: "Des mots, un nom, un pseudo ou un identifiant",
  lead: "Cherche dans les messages et les notes, ouverts et fermés, en remontant du plus récent. Ce qui a été masqué ne se retrouve pas.",
  atHand: "Conversations ouvertes",
  among: (what) => `Seulement dans cette liste (${what})`,
  amongThem: "Ce qui a été dit, dans les conversations de cette liste",
  everywhere: "Ce qui a été dit, dans toutes les conversations",
  found: (found) => count(found, { one: "# trouvée.", other: "# trouvées." }),
  none: "Rien trouvé jusqu’ici.",
  nothingElse: "Rien d’autre trouvé.",
  until: (moment) => `Cherché jusqu’au ${moment}.`,
  over: "Tout a été parcouru.",
  goOn: "Remonter plus loin",
  failed: "La recherche a échoué. Réessayez dans un instant.",
};
