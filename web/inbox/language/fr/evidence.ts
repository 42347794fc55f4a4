import type { evidence as english } from "../en/evidence.ts";
import { countIn } from "../plural.ts";

const count = countIn("fr");

export const evidence: typeof english = {
  title: "Preuve d’une fraude",
  counted: (phones, links) =>
    [
      ...(phones > 0
        ? [count(phones, { one: "# numéro attribué à un fraudeur", other: "# numéros attribués à un fraudeur" })]
        : []),
      ...(links > 0
        ? [count(links, { one: "# lien attribué à un fraudeur", other: "# liens attribués à un fraudeur" })]
        : []),
    ].join(", "),
  left: (duration) => `effacé dans ${duration}`,
  show: "Voir la preuve",
  hide: "Masquer",
  drop: "Effacer maintenant",
  logged: "Chaque consultation est inscrite au journal de la conversation.",
  kind: { phone: "Numéro :", link: "Lien :" },
};
