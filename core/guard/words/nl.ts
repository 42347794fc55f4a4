import type { Vocabulary } from "./vocabulary.ts";

export const nl: Vocabulary = {
  secrets: [
    "pin|pincode|pincodes|wachtwoord|wachtwoorden|kaartnummer|kaartnummers|beveiligingscode|cvv|cvc|otp|inlogcode|inloggegevens|tancode|vervaldatum",
    "nummer van uw|de kaart|pas|bankpas|creditcard",
    "uw|de code die",
  ],
  harmless: [],
  harmlessBefore: [],
  commands: ["stuur|geef|zend|deel|vertel|noem|mail|bevestig|app|antwoord"],
  headCommands: [],
  infinitives: ["sturen|geven|zenden|delen|vertellen|noemen|doorgeven|bevestigen|mailen"],
  requests: ["kunt|kan|wilt|wil|zou|moet u|je"],
  questions: ["wat is|zijn", "wij|we hebben|willen", "ik heb"],
  please: ["alstublieft|aub|svp", "graag", "bedankt"],
  between: [
    "ons|mij|me|uw|je|de|het|een|en|ook|via|in|met|prive|bericht|privebericht|naam|nummer|volledige|van|nodig|even|graag|alstublieft|hier",
  ],
  typings: ["typ|zet|schrijf|vul"],
  here: ["hier", "in uw antwoord|reactie"],
  elsewhere: ["in de|onze app", "bij|aan de geldautomaat|automaat|terminal"],
  towardsUs: ["ons|hier"],
  subjects: ["u|wij|niemand|wie|oplichters"],
  possessives: ["uw|jouw"],
  holdings: ["rekening|rekeningen|kaart|pas|betaalpas|saldo|lening|hypotheek|overboeking|salaris|aanvraag|incasso"],
  standings: [
    "is|zijn|was|werd geblokkeerd|afgewezen|geweigerd|gesloten|bevroren|negatief|overschreden",
    "staat|staan rood|negatief",
    "is|zijn helaas|nog|nu geblokkeerd|afgewezen|geweigerd|gesloten",
  ],
  amounts: ["saldo", "u bent verschuldigd"],
  facts: ["u staat rood", "u heeft een schuld|schulden|bkr|betalingsachterstand"],
};
