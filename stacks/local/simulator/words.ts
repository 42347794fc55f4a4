import type { Language } from "../language.ts";
import type { Failure } from "./failure.ts";
import type { Platform, Visibility } from "./world.ts";

type Words = {
  readonly title: string;
  readonly lead: string;
  readonly inbox: string;
  readonly customers: string;
  readonly newCustomer: string;
  readonly name: string;
  readonly where: string;
  readonly platforms: Readonly<Record<Platform, string>>;
  readonly visibilities: Readonly<Record<Visibility, string>>;
  readonly text: string;
  readonly send: string;
  readonly bank: string;
  readonly nothing: string;
  readonly break: string;
  readonly breakLead: string;
  readonly failures: Readonly<Record<Failure, string>>;
  readonly waiting: string;
  readonly other: { readonly language: Language; readonly name: string };
};

export const wordsOf: Readonly<Record<Language, Words>> = {
  fr: {
    title: "Simulateur",
    lead: "Écrivez à la banque comme un client, sur X ou sur Facebook. Tout reste sur cette machine.",
    inbox: "Ouvrir le guichet",
    customers: "Clients",
    newCustomer: "Nouveau client",
    name: "Nom",
    where: "Où",
    platforms: { x: "X", facebook: "Facebook" },
    visibilities: { public: "En public", private: "En privé" },
    text: "Message",
    send: "Envoyer",
    bank: "Banque Lumière",
    nothing: "Rien n’a encore été écrit.",
    break: "Pannes",
    breakLead: "La prochaine réponse de la banque…",
    failures: {
      unavailable: "trouve la plateforme fermée un instant",
      "server-error": "provoque une erreur de la plateforme",
      "rate-limited": "est freinée : trop de requêtes",
      refused: "est refusée",
      unauthorized: "trouve un jeton périmé",
      silent: "reste sans réponse",
      lost: "est publiée, mais l’accusé se perd",
    },
    waiting: "Pannes en attente :",
    other: { language: "en", name: "English" },
  },
  en: {
    title: "Simulator",
    lead: "Write to the bank as a customer, on X or Facebook. Everything stays on this machine.",
    inbox: "Open the inbox",
    customers: "Customers",
    newCustomer: "New customer",
    name: "Name",
    where: "Where",
    platforms: { x: "X", facebook: "Facebook" },
    visibilities: { public: "In public", private: "In private" },
    text: "Message",
    send: "Send",
    bank: "Banque Lumière",
    nothing: "Nothing has been written yet.",
    break: "Failures",
    breakLead: "The bank’s next answer…",
    failures: {
      unavailable: "finds the platform closed for a moment",
      "server-error": "makes the platform stumble",
      "rate-limited": "is held back: too many requests",
      refused: "is refused",
      unauthorized: "finds an expired token",
      silent: "gets no reply",
      lost: "is published, but the receipt gets lost",
    },
    waiting: "Failures waiting:",
    other: { language: "fr", name: "Français" },
  },
};
