import type { Language } from "../language.ts";
import type { Failure } from "./failure.ts";
import type { Place } from "./place.ts";
import type { Platform } from "./world.ts";

type Words = {
  readonly title: string;
  readonly lead: string;
  readonly inbox: string;
  readonly customers: string;
  readonly newCustomer: string;
  readonly name: string;
  readonly someone: string;
  readonly where: string;
  readonly platforms: Readonly<Record<Platform, string>>;
  readonly places: Readonly<Record<Place, string>>;
  readonly text: string;
  readonly picture: string;
  readonly pictureTooLarge: string;
  readonly send: string;
  readonly bank: string;
  readonly nothing: string;
  readonly newLead: string;
  readonly edit: string;
  readonly editing: string;
  readonly keep: string;
  readonly cancel: string;
  readonly remove: string;
  readonly removed: string;
  /** Where the platform does not tell the bank. */
  readonly untold: string;
  readonly edited: string;
  readonly hidden: string;
  readonly react: string;
  /** X's own button below a post. */
  readonly invited: string;
  readonly story: string;
  readonly pictureSent: string;
  readonly kilobytes: string;
  readonly break: string;
  readonly breakLead: string;
  readonly failures: Readonly<Record<Failure, string>>;
  readonly waiting: string;
  readonly tokens: string;
  readonly tokensLead: string;
  readonly expire: (platform: string) => string;
  readonly renew: (platform: string) => string;
  readonly other: { readonly language: Language; readonly name: string };
};

const platforms = { x: "X", facebook: "Facebook", instagram: "Instagram", whatsapp: "WhatsApp" };

export const wordsOf: Readonly<Record<Language, Words>> = {
  fr: {
    title: "Simulateur",
    lead: "Écrivez à la banque comme un client. Tout reste sur cette machine.",
    inbox: "Ouvrir le guichet",
    customers: "Clients",
    newCustomer: "Nouveau client",
    name: "Votre nom",
    someone: "Manon Keller",
    where: "Vous écrivez",
    platforms,
    places: {
      "x.public": "sur X, en public",
      "x.private": "sur X, en privé",
      "facebook.public": "sous la publication Facebook",
      "facebook.private": "sur Messenger",
      "instagram.public": "sous la photo Instagram",
      "instagram.private": "en message Instagram",
      "instagram.story": "en story Instagram qui cite la banque",
      "whatsapp.private": "sur WhatsApp",
    },
    text: "Votre message",
    picture: "Une photo, si vous voulez",
    pictureTooLarge: "La photo doit être une image de 5 Mo au plus.",
    send: "Envoyer",
    bank: "Banque Lumière",
    nothing: "Rien n’a encore été écrit.",
    newLead: "Qui êtes-vous, et où écrivez-vous ?",
    edit: "Modifier",
    editing: "Votre message, corrigé",
    keep: "Enregistrer",
    cancel: "Annuler",
    remove: "Supprimer",
    removed: "Message supprimé",
    untold: "la plateforme ne le dit pas à la banque",
    edited: "modifié",
    hidden: "masqué par la banque",
    react: "Réagir ❤",
    invited: "Envoyer un message privé",
    story: "Story qui cite la banque",
    pictureSent: "Photo envoyée",
    kilobytes: "Ko",
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
    tokens: "Jetons de la banque",
    tokensLead: "Périmé, il retient les réponses ; ce que les clients écrivent arrive toujours.",
    expire: (platform) => `Périmer celui de ${platform}`,
    renew: (platform) => `Renouveler celui de ${platform}`,
    other: { language: "en", name: "English" },
  },
  en: {
    title: "Simulator",
    lead: "Write to the bank as a customer. Everything stays on this machine.",
    inbox: "Open the inbox",
    customers: "Customers",
    newCustomer: "New customer",
    name: "Your name",
    someone: "Manon Keller",
    where: "You write",
    platforms,
    places: {
      "x.public": "on X, in public",
      "x.private": "on X, in private",
      "facebook.public": "below the Facebook post",
      "facebook.private": "on Messenger",
      "instagram.public": "below the Instagram picture",
      "instagram.private": "in an Instagram message",
      "instagram.story": "in an Instagram story that names the bank",
      "whatsapp.private": "on WhatsApp",
    },
    text: "Your message",
    picture: "A picture, if you like",
    pictureTooLarge: "The picture must be an image of 5 MB at most.",
    send: "Send",
    bank: "Banque Lumière",
    nothing: "Nothing has been written yet.",
    newLead: "Who are you, and where do you write?",
    edit: "Edit",
    editing: "Your message, corrected",
    keep: "Save",
    cancel: "Cancel",
    remove: "Delete",
    removed: "Message deleted",
    untold: "the platform does not tell the bank",
    edited: "edited",
    hidden: "hidden by the bank",
    react: "React ❤",
    invited: "Send a private message",
    story: "Story that names the bank",
    pictureSent: "Picture sent",
    kilobytes: "kB",
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
    tokens: "The bank’s tokens",
    tokensLead: "An expired one holds answers back; what customers write still arrives.",
    expire: (platform) => `Expire the one of ${platform}`,
    renew: (platform) => `Renew the one of ${platform}`,
    other: { language: "fr", name: "Français" },
  },
};
