import { codesIn, showCode } from "./code.ts";
import { type Language, languages, type Purpose, reasonFor } from "./purpose.ts";

/**
 * What stands in the kept text of an offer where its secrets go: they are made when it is sent, and never kept. The same
 * signs stand for them in an echo, or in a customer's message that quotes them.
 */
const places: Readonly<Record<Language, { readonly code: string; readonly link: string }>> = {
  fr: { code: "[code à usage unique]", link: "[lien vers la page sécurisée]" },
  en: { code: "[single-use code]", link: "[link to the secure page]" },
};

/** What templates may hold for the two. */
export const slots = { code: "{secureCode}", link: "{secureLink}" } as const;

/**
 * The words that invite a customer from public into private: no link, for it would be unsafe there. The platform's own way
 * goes with them.
 */
export const invitation = (language: Language): string =>
  language === "fr"
    ? "Pour protéger vos informations, continuons en message privé. N’écrivez ici ni numéro de carte, ni code."
    : "To protect your details, let’s continue in a private message. Please post no card number and no code here.";

/** The private words of an offer: the bank's own app or address first, because links in messages are not to be trusted. */
export const offerWords = (
  { bank, host, purpose }: { readonly bank: string; readonly host: string; readonly purpose: Purpose },
  language: Language,
): string => {
  const reason = reasonFor(purpose, language);
  const { code, link } = slots;
  return language === "fr"
    ? `Pour ${reason}, continuons là où nous pouvons vous identifier.\n\n1. Ouvrez l’application ${bank} ou tapez vous-même l’adresse ${host}, puis Messages, et saisissez ce code : ${code} (valable 24 heures).\n2. Ou suivez ce lien, sur notre domaine : ${link}\n\nNous ne vous demanderons jamais de code secret, de mot de passe ni de numéro de carte.`
    : `So that we can ${reason}, let’s continue where we can identify you.\n\n1. Open the ${bank} app or type the address ${host} yourself, then Messages, and enter this code: ${code} (valid for 24 hours).\n2. Or follow this link, on our own domain: ${link}\n\nWe will never ask you for a PIN, a password or a card number.`;
};

/**
 * What a template's `{link}` says where the secure channel can be offered, as it is kept: the bank's own address and the code
 * first, the link after them.
 */
export const wayWords = (host: string, language: Language): string => {
  const { code, link } = places[language];
  return language === "fr"
    ? `${host}, rubrique Messages, avec le code ${code}, ou ${link}`
    : `${host}, under Messages, with the code ${code}, or ${link}`;
};

/** In which language a text carries an offer, as it is kept; `incomplete` when a code or a link is missing or stands twice. */
export const offeringIn = (kept: string): Language | "incomplete" | undefined => {
  const count = (sign: string): number => kept.split(sign).length - 1;
  const found = languages.filter((each) => Object.values(places[each]).some((sign) => count(sign) > 0));
  const [language, ...others] = found;
  if (language === undefined) return undefined;
  const isWhole = others.length === 0 && Object.values(places[language]).every((sign) => count(sign) === 1);
  return isWhole ? language : "incomplete";
};

/** Whether a text can carry an offer: it says where the code goes and where the link goes, once each. */
export const isOffering = (text: string): boolean =>
  Object.values(slots).every((slot) => text.split(slot).length === 2);

/** The text as it is kept. */
export const keptWords = (text: string, language: Language): string =>
  text.replaceAll(slots.code, places[language].code).replaceAll(slots.link, places[language].link);

/** The text as it is sent, once. */
export const sentWords = (
  kept: string,
  language: Language,
  { code, link }: { readonly code: string; readonly link: string },
): string => kept.replaceAll(places[language].code, () => showCode(code)).replaceAll(places[language].link, () => link);

/** Whether a kept text is nothing but the code that was asked for. */
export const isCodeAlone = (kept: string): boolean => Object.values(places).some(({ code }) => kept.trim() === code);

/** 32 bytes as base64url, behind the path of a secure page. */
const links = /(?:https?:\/\/[^\s/<>"']+)?\/secure\/[a-z0-9-]{1,40}\/l\/[\w-]{43}(?![\w-])/gi;

/**
 * A text without the links and codes of the secure page, and the codes that were in it: an echo of ours brings them back, a
 * customer quotes them or sends the one that was asked for, and none may be kept.
 */
export const concealed = (
  text: string,
  language: Language,
): { readonly text: string; readonly codes: readonly string[] } => {
  const unlinked = text.replace(links, places[language].link);
  const found = codesIn(unlinked);
  let kept = "";
  let from = 0;
  for (const { end, start } of found) {
    kept += unlinked.slice(from, start) + places[language].code;
    from = end;
  }
  return { text: kept + unlinked.slice(from), codes: found.map(({ code }) => code) };
};
