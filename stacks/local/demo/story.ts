import type { Profile } from "../simulator/index.ts";

/**
 * Somebody who never was, and what they write. Cards are the test numbers of the card schemes, IBANs are of banks that
 * do not exist, phone numbers of the ranges kept for fiction (Arcep: 01 99 00 and 06 39 98; Ofcom: 07700 900).
 */
export type Story = Profile & {
  readonly visibility: "public" | "private";
  readonly lines: readonly [string, ...string[]];
  /** Said after the bank's first answer. */
  readonly thanks?: string;
};

const x = (handle: string, name: string) => ({ platform: "x", handle, name }) as const;
const facebook = (name: string) => ({ platform: "facebook", name }) as const;
const instagram = (handle: string, name: string) => ({ platform: "instagram", handle, name }) as const;
const whatsapp = (name: string) => ({ platform: "whatsapp", name }) as const;

export const stories: readonly Story[] = [
  {
    ...x("clarabertin", "Clara Bertin"),
    visibility: "public",
    lines: [
      "@BanqueLumiere ça fait trois jours que mon virement est « en cours ». Vous comptez répondre un jour ?",
      "@BanqueLumiere toujours rien. Je dois payer mon loyer ce soir.",
    ],
    thanks: "@BanqueLumiere merci, il vient d’arriver. Pas trop tôt !",
  },
  {
    ...x("owenpartridge", "Owen Partridge"),
    visibility: "private",
    lines: [
      "Hi, I think my card was cloned. It is 4111 1111 1111 1111, please block it now!! You can call me on 07700 900142",
      "There is a new payment of 89.90 I did not make. Please hurry.",
    ],
    thanks: "It is blocked now, thank you. Will I get my money back?",
  },
  {
    ...whatsapp("Idriss Chevalier"),
    visibility: "private",
    lines: [
      "Bonjour, je suis au supermarché et ma carte 5105 1051 0510 5100 ne passe plus. Vous pouvez regarder vite svp ?",
      "La caissière attend 😅",
    ],
    thanks: "C’est passé, merci !!",
  },
  {
    ...facebook("Sylvie Andrieux"),
    visibility: "public",
    lines: [
      "Agence des Tilleuls fermée ce matin sans prévenir, j’ai fait 40 minutes de route pour rien. Bravo.",
      "Et personne au téléphone non plus, évidemment.",
    ],
    thanks: "D’accord, merci d’avoir répondu.",
  },
  {
    ...facebook("Karim Bensalem"),
    visibility: "private",
    lines: [
      "Bonjour, je n’ai pas reçu mon remboursement. Mon IBAN : FR76 9999 8002 0777 0001 2345 605. Pouvez-vous vérifier ?",
    ],
    thanks: "Parfait, bonne journée à vous.",
  },
  {
    ...instagram("noemie.fabre", "Noémie Fabre"),
    visibility: "private",
    lines: [
      "Coucou, j’ai vu votre story sur le prêt étudiant. C’est ouvert jusqu’à quel âge ?",
      "Et il faut un garant ?",
    ],
    thanks: "Trop bien, merci 🙌",
  },
  {
    ...x("mila_roux", "Mila Roux"),
    visibility: "public",
    lines: [
      "@BanqueLumiere l’appli plante dès que j’ouvre mes comptes, iPhone à jour, réinstallée deux fois. Une idée ?",
      "@BanqueLumiere toujours écran blanc ce midi.",
    ],
    thanks: "@BanqueLumiere ça remarche, merci 🙏",
  },
  {
    ...instagram("jules_cordier", "Jules Cordier"),
    visibility: "public",
    lines: ["Jolie photo, mais ça fait une semaine que j’attends ma carte. Des nouvelles ?"],
    thanks: "Reçue ce matin, merci",
  },
  {
    ...x("heathermoss", "Heather Moss"),
    visibility: "public",
    lines: ["@BanqueLumiere your app logged me out and now says my account does not exist. Should I be worried?"],
    thanks: "@BanqueLumiere phew. Thanks for the quick answer!",
  },
  {
    ...facebook("Julien Castaing"),
    visibility: "private",
    lines: [
      "Bonjour, j’ai perdu ma carte hier soir. Numéro 5555 5555 5555 4444. Je suis joignable au 06 39 98 12 47.",
      "Vous avez pu faire opposition ?",
    ],
    thanks: "L’opposition est faite, merci. Quand recevrai-je ma nouvelle carte ?",
  },
  {
    ...facebook("Nadia Ferhat"),
    visibility: "public",
    lines: ["Un grand merci à la conseillère qui m’a aidée pour mon prêt, quelle patience ! ❤️"],
  },
  {
    ...whatsapp("Megan Fairley"),
    visibility: "private",
    lines: [
      "Hi, is this really Banque Lumière? I got a text asking me to confirm GB33 BUKB 2020 1555 5555 55 on a website.",
      "I have not clicked anything yet.",
    ],
    thanks: "Deleted it. Thanks for being so quick.",
  },
  {
    ...instagram("sofia.brandao", "Sofia Brandão"),
    visibility: "public",
    lines: ["Is the Lyon branch open on Saturday? Your site and the door say different things 😂"],
    thanks: "perfect, thanks",
  },
  {
    ...whatsapp("Yvonne Castelain"),
    visibility: "private",
    lines: ["Bonjour, je voudrais un rendez-vous pour une succession. Mon numéro fixe : 01 99 00 61 25."],
    thanks: "Parfait, à jeudi.",
  },
  {
    ...instagram("kenzo.r", "Kenzo Rivière"),
    visibility: "private",
    lines: ["yo vous prenez combien sur un virement vers le Sénégal ?", "c’est pour ma grand-mère, 200 €"],
    thanks: "ok merci la team",
  },
  {
    ...x("theogarnier_", "Théo Garnier"),
    visibility: "private",
    lines: [
      "Bonsoir, je pars au Canada dimanche. Il faut prévenir pour la carte ?",
      "Et le plafond de retrait là-bas, c’est combien ?",
    ],
    thanks: "Super clair, merci !",
  },
  {
    ...x("priyashah_", "Priya Shah"),
    visibility: "public",
    lines: ["@BanqueLumiere why was I charged 15€ for a transfer that was advertised as free?"],
    thanks: "@BanqueLumiere ok, DM sent. Thanks.",
  },
  {
    ...facebook("Bernard Lacaze"),
    visibility: "public",
    lines: [
      "Vos frais de tenue de compte ont doublé. Je suis client depuis 32 ans. C’est une honte.",
      "Je n’ai toujours pas d’explication. Je vais saisir le médiateur.",
    ],
  },
  {
    ...x("ines_delcourt", "Inès Delcourt"),
    visibility: "private",
    lines: ["Bonjour, pouvez-vous changer mon adresse mail ? La nouvelle est ines.delcourt@example.com"],
    thanks: "Merci beaucoup !",
  },
  {
    ...facebook("Grace Whitlock"),
    visibility: "private",
    lines: [
      "Hello, someone called me pretending to be from your bank and I gave the code. My account is GB16 GUIC 9999 9912 3456 78.",
      "Please, is my money safe?",
    ],
    thanks: "Thank you. I feel so silly.",
  },
  {
    ...x("maximelgd", "Maxime Legrand"),
    visibility: "public",
    lines: ["@BanqueLumiere le distributeur de la rue Nationale a avalé ma carte et mes 60 €. Je fais quoi ?"],
    thanks: "@BanqueLumiere bien reçu, je passe demain matin.",
  },
  {
    ...facebook("Aurélie Thibault"),
    visibility: "public",
    lines: ["Bonjour, à quelle heure ferme l’agence de Tours le samedi ?"],
    thanks: "Merci !",
  },
  {
    ...x("danny_okafor", "Danny Okafor"),
    visibility: "private",
    lines: [
      "My salary has not arrived and my rent leaves tonight. Employer says it was sent to DE39 9999 9999 0012 3456 78.",
      "Still nothing. What can I do?",
    ],
    thanks: "Got it, thanks for checking.",
  },
  {
    ...facebook("Lucie Marchetti"),
    visibility: "private",
    lines: ["On m’a débité deux fois le même achat (42,90 € au Comptoir des Halles). Carte 4242 4242 4242 4242."],
    thanks: "Merci pour le remboursement.",
  },
  {
    ...x("romain_vasseur", "Romain Vasseur"),
    visibility: "public",
    lines: [
      "@BanqueLumiere appli en panne, site en panne, standard saturé. Vous faites un concours ?",
      "@BanqueLumiere c’est revenu. Un petit mot d’explication, peut-être ?",
    ],
  },
  {
    ...facebook("Élodie Perrin"),
    visibility: "public",
    lines: ["Est-ce que le livret jeune est ouvert aux étudiants étrangers ? Merci d’avance"],
    thanks: "Génial, merci pour le lien.",
  },
  {
    ...x("samirahaddad_", "Samira Haddad"),
    visibility: "private",
    lines: [
      "Bonjour, mon père est décédé la semaine dernière. Que faut-il faire pour son compte ?",
      "Je peux venir en agence si c’est plus simple. Mon numéro : 01 99 00 54 18",
    ],
    thanks: "Merci pour votre délicatesse.",
  },
  {
    ...x("lauren_tate", "Lauren Tate"),
    visibility: "public",
    lines: ["@BanqueLumiere shout-out to your support team, fixed my login in five minutes 👏"],
  },
  {
    ...facebook("Pierre-Yves Caron"),
    visibility: "private",
    lines: [
      "Je n’arrive pas à valider un paiement : le code SMS n’arrive jamais au 06 39 98 77 03.",
      "C’est un billet d’avion, l’option expire dans une heure.",
    ],
    thanks: "Code reçu, paiement passé. Merci !",
  },
  {
    ...x("juliettemaes", "Juliette Maes"),
    visibility: "private",
    lines: ["Bonjour, puis-je ajouter le compte BE52 9990 1234 5695 à mes bénéficiaires depuis l’appli ?"],
    thanks: "Trouvé, merci.",
  },
  {
    ...facebook("Tom Hollis"),
    visibility: "public",
    lines: ["I have been on hold for 50 minutes. FIFTY. Is anybody there?"],
    thanks: "Finally, thank you.",
  },
  {
    ...x("antoinegiraud7", "Antoine Giraud"),
    visibility: "public",
    lines: [
      "@BanqueLumiere quelqu’un se fait passer pour vous sur X et demande des codes. Vous devriez prévenir les gens.",
    ],
    thanks: "@BanqueLumiere top, merci de l’avoir signalé.",
  },
  {
    ...facebook("Fatou Diarra"),
    visibility: "private",
    lines: [
      "Bonjour, mon prélèvement EDF a été rejeté alors que le compte était approvisionné.",
      "J’ai eu 20 € de frais de rejet en plus. Vous pouvez les annuler ?",
    ],
    thanks: "Merci beaucoup, c’est gentil.",
  },
  {
    ...x("gwenael_lebihan", "Gwenaël Le Bihan"),
    visibility: "public",
    lines: ["@BanqueLumiere c’est normal que Google Pay refuse ma carte depuis la mise à jour ?"],
    thanks: "@BanqueLumiere ça marche maintenant, kenavo !",
  },
  {
    ...facebook("Hannah Brooks"),
    visibility: "private",
    lines: ["Hi! I moved to Lyon last month, how do I change my address? Email is hannah.brooks@example.org"],
    thanks: "Done, thank you!",
  },
  {
    ...x("victorpnt", "Victor Pinot"),
    visibility: "private",
    lines: [
      "Ma carte 3782 822463 10005 est refusée à l’étranger, je suis bloqué à l’hôtel.",
      "Ils me demandent de payer avant midi, heure locale.",
    ],
    thanks: "Débloquée ! Vous me sauvez.",
  },
  {
    ...facebook("Colette Vidal"),
    visibility: "public",
    lines: ["Je ne trouve plus mes relevés de 2019 sur le site. Sont-ils perdus ?"],
    thanks: "Merci jeune homme ou jeune fille.",
  },
  {
    ...x("lecourrierdusoir", "Le Courrier du Soir"),
    visibility: "public",
    lines: ["@BanqueLumiere une réaction à la hausse des frais de tenue de compte ? Nous bouclons à 18 h."],
  },
];
