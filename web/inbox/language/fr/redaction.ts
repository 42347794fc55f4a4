import type { redaction as english } from "../en/redaction.ts";

import { countIn } from "../plural.ts";

const count = countIn("fr");

export const redaction: typeof english = {
  lead: "Saisissez ou collez un message pour voir ce que les règles en font. Il n’est ni conservé ni journalisé.",
  text: "Message à examiner",
  where: "Où il se trouve",
  ask: "Expliquer",
  kept: "Ce qui serait conservé",
  fired: "Règles déclenchées",
  missed: "Écartés de peu",
  nothingFired: "Aucune règle ne s’est déclenchée.",
  nothingMissed: "Rien n’a approché une règle.",
  kind: "Retiré comme",
  value: "Passage relevé",
  rule: "Règle",
  why: "Pourquoi pas",
  whys: {
    "no issuer's range, no cue": "Aucun émetteur de cartes n’a cette plage, et rien ne dit que c’est une carte",
    "Luhn fails, no cue": "La clé est fausse, et rien ne dit que c’est une carte",
    "mod 97 fails, no cue": "Ses chiffres de contrôle sont faux, et rien ne dit que c’est un compte",
    "a weak check, and other words beside it":
      "La clé d’un identifiant convient, comme à un nombre sur dix, et d’autres mots l’entourent",
  } as Record<string, string>,
  rules: {
    title: "Règles propres à la banque",
    lead: "Elles valent pour ce qui arrivera dans une demi-minute. Ce qui a été retiré avant ne revient pas.",
    failed: "Les règles de la banque n’ont pas pu être lues.",
    saved: "Enregistré. Cela vaut pour les messages qui arriveront dans une demi-minute.",
    save: "Enregistrer les règles",
    finding: "Ce qui est trouvé",
    treatments: "Ce qui reste",
    treatment: { drop: "Retiré", "keep-last-4": "Quatre derniers gardés", keep: "Gardé" },
    always: "Toujours retiré",
    patterns: "Numéros propres à la banque",
    patternsLead:
      "Numéros de client, de contrat ou de dossier tels que cette banque les écrit : ils sont retirés où qu’ils se trouvent.",
    patternName: "Nom court",
    patternNameHint: "Minuscules sans accent, chiffres et tirets, une lettre d’abord",
    patternTaken: "Un autre motif porte déjà ce nom court.",
    pattern: "Motif",
    patternHint: "\\d un chiffre, [A-Z] une lettre, {4} ou {2,6} combien, ? peut-être, (a|b) l’un ou l’autre",
    patternWrong:
      "Entre 4 et 64 caractères, faits de lettres, chiffres, \\d \\w \\s, [A-Z], (a|b), ?, {4} et {2,6} ; rien qui soit sans fin.",
    example: "Essayer sur",
    exampleHint: "Un message avec un tel numéro ; il ne va nulle part.",
    wouldRemove: (found) => `Serait retiré : ${found.join(", ")}`,
    wouldNot: "Rien n’en serait retiré par ce motif.",
    addPattern: "Ajouter un motif",
    removePattern: (name) => `Retirer ${name}`,
    unnamed: "le nouveau",
    allow: "Ce qui peut rester",
    allowLabel: "Numéros, comptes et adresses publics de la banque",
    allowExample: "01 99 00 12 34\nbonjour@banque.example",
    allowHint: "Un par ligne, comparés par leurs lettres et chiffres seuls.",
    allowWrong: (lines) => `Entre 3 et 200 caractères par ligne : ${lines.slice(0, 3).join(", ")}`,
  },
  evidence: {
    title: "Preuves de fraude",
    lead: "Des clients citent le numéro ou le lien de qui a voulu les tromper (« SMS reçu du 06… », « ce numéro m’a appelé »). Il est retiré comme tout autre, sauf si une équipe de lutte contre la fraude est désignée ici : il est alors conservé pour elle seule, scellé, à part du message, sept jours. Les liens n’ouvrent rien, et chaque consultation est inscrite au journal de la conversation.",
    teams: "Équipes qui peuvent les voir",
    off: "Aucune équipe n’est désignée : rien n’est conservé.",
    on: "Ce qui arrive désormais est conservé sept jours pour ces équipes.",
    save: "Enregistrer",
    savedOn: "Enregistré. Cela vaut pour les messages qui arriveront dans une demi-minute.",
    savedOff: "Enregistré. Plus rien n’est conservé, et ce qui reste ne peut plus être vu.",
  },
  reports: {
    title: "Signalés comme sans donnée personnelle",
    lead: "Les masques qui, d’après les conseillers, ne cachent rien. Ce qui a été retiré ne revient pas ; la règle peut être revue.",
    none: "Personne n’a signalé de masque.",
    count: "Signalements",
    last: "Dernier",
  },
  run: {
    title: "Messages enregistrés",
    lead: "Relit chaque message enregistré avec les règles d’aujourd’hui. Essayez d’abord : ce qui est retiré ne revient jamais.",
    tryIt: "Essayer sans rien changer",
    begin: (messages) => count(messages, { one: "Retirer dans # message", other: "Retirer dans # messages" }),
    found: "Trouvé",
    count: "Passages relevés",
    progress: ({ changed, dryRun, messages, status }) =>
      [
        status === "running" ? "En cours :" : dryRun ? "Essai terminé :" : "Terminé :",
        count(messages, { one: "# message relu,", other: "# messages relus," }),
        count(changed, { one: "# où quelque chose est trouvé.", other: "# où quelque chose est trouvé." }),
      ].join(" "),
  },
};
