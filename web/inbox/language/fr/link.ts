import type { link as english } from "../en/link.ts";

export const link: typeof english = {
  title: "Le même client sur un autre canal",
  lead: "Seulement avec l’accord du client, et d’après ce qu’il vous a dit. Les collègues voient alors les deux ici. Cela se retire à tout moment.",
  search: "Nom ou identifiant sur l’autre canal",
  found: "Conversations trouvées",
  none: "Aucune trouvée.",
  way: "Comment le client a donné son accord",
  ways: {
    "in-conversation": "Par écrit, dans cette conversation",
    "secure-channel": "Sur le canal sécurisé",
    telephone: "Au téléphone",
    branch: "En agence",
  },
  at: "Quand",
  make: "Lier",
};
