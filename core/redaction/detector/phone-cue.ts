import { anyOf } from "../phrase.ts";

/** What says in front of a number that it is a phone's. */
export const cue = new RegExp(
  `${anyOf({
    fr: [
      /(?<![a-z])(?:lydia|paylib|wero|bizum|twint|mb ?way)(?![a-z])/,
      /(?<![a-z])tel(?![a-z])|tele(?:ph|f)|appel|joindre|joignable|portable|mobile|(?<![a-z])fixe|(?<![a-z])fax(?![a-z])/,
      /(?<![a-z])sms(?![a-z])|whats ?app|gsm|natel|contact|(?<![a-z])numero|mon num/,
    ],
    en: [
      /phon|(?<![a-z])call(?:s|ed|ing)?(?![a-z])|(?<![a-z])ring(?![a-z])|text (?:me|us|on|him|her|$)|not answering at|reach me|(?<![a-z])cell(?![a-z])/,
      /(?<![a-z])dial|(?<![a-z])desk(?![a-z])|my n(?:um|o)|number is/,
    ],
    de: /kontakt|(?<![a-z])handy|rufen|erreich|anruf|(?:(?<![a-z])|(?:ruf|mobil|mobiel|funk)-?)nummer(?![a-z])|mein num|(?<![a-z])nr(?![a-z])/,
    es: /movil|celular|llam|(?<![a-z])tlf/,
    it: /chiam|cellulare|mi[oa]? n(?:um|o)/,
    nl: /(?<![a-z])bel(?![a-z])|bellen|bereik|mijn n(?:um|o)/,
    pt: /telemovel|ligar|liguem?|(?<![a-z])tlmv?l?(?![a-z])|meu n(?:um|o)/,
    more: [
      /cislo|volejte|numer(?![a-z])|zadzwon|szamom|numarul|numeroni|numeris|numurs|numri|stevilk|(?<![a-z])broj/,
      /mitt? n(?:um|o)|telepon|(?<![a-z])cep (?:no|tel)|puhelin|нoмep|тeлeф|κινητ|τηλ/,
    ],
  })}[^\\n]{0,36}(?:\\n[^a-z0-9\\n]{0,4})?$`,
);
/** "612 345 678 is my number". */
export const cueAfter = new RegExp(
  "^ ?[,(-]? ?(?:c'?est |est |is |es |e |ist |il mio |o meu |my |mon |mi |meine? |mijn ){1,3}" +
    "(?:num(?:ero)?|n°|number|phone|mobile|tel(?:ephone|efono|efoon|emovel)?|portable|cell|movil|handy|nummer|gsm|whatsapp)(?![a-z])|" +
    "^[ -]{1,3}(?:office|fax|mobile|home|work|cell|bureau|domicile)(?![a-z])|^ (?:to|pour) (?:call|reach|text|ring|contact|me (?:joindre|contacter|rappeler)|m'appeler)(?![a-z])",
);
/** What says that it is another kind of number. */
export const otherNumber = new RegExp(
  `${anyOf({
    fr: [
      /(?<![a-z])ref|dossier|command|virement|contrat|facture|client|compte|siret|siren|carte|colis|suivi|reserva|ch[ei]que/,
      /(?<![a-z])page|article|(?<![a-z])loi|montant|solde|(?<![a-z])serie/,
    ],
    en: [
      /order|ticket|transact|contract|invoice|customer|account|card|tracking|part number|(?<![a-z])id(?![a-z])/,
      /amount|balance/,
    ],
    de: /rechnung|sendung|vertrag|kunden|konto|bestell/,
    es: /pedido|factura|envio|seguimiento|expediente|poliza|cuenta/,
    it: /ordine|fattura|spedizione|pratica|polizza/,
    nl: /bestel|factuur|zending|klant|polis(?!h)|rekening/,
    pt: /encomenda|fatura|processo|apolice|(?<![a-z])conta(?![a-z])/,
  })}[^\\n]{0,14}$`,
);
