import type { Language } from "../language.ts";
import type { Person } from "../person.ts";

type Words = {
  readonly title: string;
  readonly lead: string;
  readonly demo: string;
  /** The other side: who plays a customer. */
  readonly customers: string;
  readonly roles: Readonly<Record<Person["role"], { readonly name: string; readonly does: string }>>;
  readonly signOut: { readonly title: string; readonly yes: string; readonly no: string; readonly done: string };
  readonly problem: { readonly title: string; readonly lead: string; readonly back: string };
  readonly other: { readonly language: Language; readonly name: string };
};

export const wordsOf: Readonly<Record<Language, Words>> = {
  fr: {
    title: "Qui êtes-vous aujourd’hui ?",
    lead: "Choisissez une personne de la banque pour ouvrir le guichet.",
    demo: "Connexion de démonstration : sans mot de passe, sur cette machine seulement.",
    customers: "Écrire à la banque comme un client : le simulateur",
    roles: {
      agent: { name: "Conseil clientèle", does: "Répond aux clients" },
      supervisor: { name: "Supervision", does: "Suit les délais et répartit" },
      compliance: { name: "Conformité", does: "Relit le journal" },
      admin: { name: "Administration", does: "Règle les équipes et les comptes" },
    },
    signOut: {
      title: "Quitter le guichet ?",
      yes: "Se déconnecter",
      no: "Rester",
      done: "Vous êtes déconnecté.",
    },
    problem: {
      title: "La connexion n’a pas abouti",
      lead: "La demande n’est plus valable. Reprenez depuis le guichet.",
      back: "Retour au guichet",
    },
    other: { language: "en", name: "English" },
  },
  en: {
    title: "Who are you today?",
    lead: "Choose someone at the bank to open the inbox.",
    demo: "Demo sign-in: no password, on this machine only.",
    customers: "Write to the bank as a customer: the simulator",
    roles: {
      agent: { name: "Customer service", does: "Answers customers" },
      supervisor: { name: "Supervisor", does: "Watches deadlines and shares out the work" },
      compliance: { name: "Compliance", does: "Reads the audit log" },
      admin: { name: "Administrator", does: "Sets up teams and accounts" },
    },
    signOut: { title: "Leave the inbox?", yes: "Sign out", no: "Stay", done: "You are signed out." },
    problem: {
      title: "You could not be signed in",
      lead: "This request is no longer valid. Start again from the inbox.",
      back: "Back to the inbox",
    },
    other: { language: "fr", name: "Français" },
  },
};
