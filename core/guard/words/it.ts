import type { Vocabulary } from "./vocabulary.ts";

export const it: Vocabulary = {
  secrets: [
    "pin|password|cvv|cvc|otp",
    "codice|codici pin|segreto|otp|sms|ricevuto",
    "codice|codici di sicurezza|verifica|conferma|accesso",
    "numero|numeri della|di sua|carta",
    "numero della|di carta",
    "il|suo codice che",
    "parola chiave",
    "credenziali",
    "data di scadenza",
  ],
  harmless: ["postale", "fiscale"],
  harmlessBefore: [],
  commands: [
    "invii|mandi|comunichi|indichi|fornisca|dia|scriva|confermi|dica|risponda",
    "inviaci|mandaci|comunicaci|dacci|dicci|inviateci|forniteci|comunicateci|mandateci",
  ],
  headCommands: ["invia|manda|scrivi|comunica|dimmi|dammi|inviami|mandami|passami"],
  infinitives: ["inviarci|mandarci|comunicarci|indicarci|fornirci|darci|confermarci|dirci|scriverci"],
  requests: ["puo|potrebbe|deve|dovrebbe|vuole|prego|gentilmente"],
  questions: ["qual|quale|quali e|sono", "abbiamo bisogno del|della|di", "ci serve"],
  please: ["per favore|cortesia", "grazie"],
  between: [
    "il|la|lo|i|le|suo|sua|suoi|sue|del|della|di|e|con|per|favore|in|un|messaggio|privato|nome|cognome|numero|carta|completo|anche|codice|segreto|ci",
  ],
  typings: ["scriva|inserisca|digiti"],
  here: ["qui", "in risposta"],
  elsewhere: ["nell app", "nella|sulla sua|nostra app|applicazione", "allo sportello"],
  towardsUs: ["ci|qui"],
  subjects: ["lei|chi|nessuno|truffatori"],
  possessives: ["suo|sua|suoi|sue"],
  holdings: ["conto|conti|carta|carte|saldo|prestito|mutuo|bonifico|stipendio|richiesta"],
  standings: [
    "e|sono|era|stato|stata scoperto|bloccata|bloccato|rifiutato|rifiutata|respinto|respinta|pignorato|chiuso|sospeso|sospesa",
    "e|sono stato|stata|in bloccata|bloccato|rifiutato|rifiutata|respinto|respinta|chiuso|rosso",
  ],
  amounts: ["saldo", "lei deve"],
  facts: ["lei e protestato|insolvente"],
};
