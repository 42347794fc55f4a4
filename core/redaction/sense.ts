import { hashed, seed, wordTable } from "./word-table.ts";

/** What a passage speaks of, as bits; see `words`. */
export const Sense = {
  /** "cvv", "code de sécurité". */
  code: 1 << 0,
  /** Said of a code as of a coin. */
  crypto: 1 << 1,
  coin: 1 << 2,
  /** The back of a card, and what is seen or said of it. */
  back: 1 << 3,
  shown: 1 << 4,
  amex: 1 << 5,
  /** "pin", "mon code", "code secret". */
  secret: 1 << 6,
  /** "code promo", "erreur": numbers of something else. */
  other: 1 << 7,
  machine: 1 << 8,
  message: 1 << 9,
  /** How long a card lasts; what may say so of a card; a card; what else lasts or has a month. */
  lasting: 1 << 10,
  written: 1 << 11,
  card: 1 << 12,
  elsewhere: 1 << 13,
  /** "code", "chiffres", "trois" and "secret", "mon" beside one of them. */
  named: 1 << 14,
  figures: 1 << 15,
  three: 1 << 16,
  security: 1 << 17,
  private: 1 << 18,
  own: 1 << 19,
  signature: 1 << 20,
  /** "bonne jusqu'en", "month / year". */
  good: 1 << 21,
  until: 1 << 22,
  month: 1 << 23,
  year: 1 << 24,
  /** More than a few words: no mere answer. */
  sentence: 1 << 25,
  /** "Les trois chiffres". */
  counted: 1 << 26,
  /** "Code", not "number". */
  codeWord: 1 << 27,
  /** English: "the back", "back of", not "give it back". */
  rear: 1 << 28,
  the: 1 << 29,
  of: 1 << 30,
  /** Numbers of something else only where a code word stands beside: "code erreur", not "il affiche erreur". */
  otherBeside: 1 << 31,
} as const;

/** Folded, in seven languages; a word may stand in several. */
const words: Readonly<Record<Exclude<keyof typeof Sense, "sentence" | "counted">, string>> = {
  code: "4dbc cvv cvv2 cvc cvc2 cvvv cvn cv2 ccv csc cryptogramme cryptogrammes cryptogram cryptograme criptogramme cryptogamme kpn prufnummer prufziffer prufziffern kartenprufnummer kartenprufziffer sicherheitscode sicherheitsnummer beveiligingscode veiligheidscode",
  crypto: "crypto cripto",
  coin: "bitcoin bitcoins btc ethereum etf etfs coinbase binance wallet cryptos kraken coin coins",
  back: "flip flipped dos verso rear arriere derriere reverse ruckseite hinten atras detras reverso dietro retro achterop achterkant",
  rear: "back",
  the: "the my their on",
  of: "of digits digit numbers number nr num no code side",
  shown:
    "chiffre chiffres dig digs digit digits number numbers numero numeros num nummer code codes carte cartes card cb visa mastercard signature bande ecrit marque inscrit imprime imprimes printed lis lit lire lu vois voit figure said say says read reads steht lese lees staat dice pone leo leggo scritto diz leio front devant copie there theres photo",
  amex: "amex american cid 4dbc",
  secret:
    "combinaison combination pin pins nip p1n codepin pincode pinsentry securicode paycode securekey passcode passcodes otp geheimzahl geheimnummer tan mtan senha certicode securipass digicode password passwort contrasena",
  other:
    "promo promos promotion promotions promotionnel parrain parrainage parrainer referral discount voucher coupon gutscheincode rabattcode descuento promocional sconto kortingscode desconto fehlercode foutcode postal postale postcode zip http suivi tracking colis commande order schlange queue wachtrij emballage packaging billet vol flight ape naf bic iban barre",
  otherBeside:
    "error erreur erreurs fehler errore erro fout civil monetaire article penal travail route conduct conduite agence branch produit product motif retour rejet reason status",
  machine:
    "dab distrib distri distributeur distributeurs automate gab guichet atm atms cashpoint machine cash geldautomat geldautomaten automat automaten bankomat cajero cajeros bancomat geldautomaat automaat pinautomaat multibanco borne kiosk till checkout caisse tpe " +
    "retirer retrait retraits withdraw withdrawing sacar prelevare levantar pinnen abheben shoulder epaule nicked avalee avale bloquee bloque bloquees bloques gardee blocked blocks block locked lock swallowed gesperrt bloqueada bloqueado bloqueo bloquea bloccata bloccato bloqueou geblokkeerd ingeslikt faux tel phone portable telephone",
  message:
    "code codes sms texto text texte texted texts message messages mensaje mensajes messaggio mensagem bericht nachricht otp tan codigo codice passcode signer valide valider validar validate confirmer confirm approve authorise authorize 3ds 3d 2fa mfa beneficiaire payee conseiller fraude fraud scam scammer arnaque arnaqueur reader authenticator log login connecte connexion vocal payment paiement",
  lasting:
    "exp expi expir expire expires expired expiry expiring expiree expirees expirera expirait expirer expiration expira expiran expirant validite validity valid valide valides valida valido valable perime perimee perimees ablauf ablaufdatum gultig gultigkeit verfall verfallsdatum caduca caducidad caduco cad vence vencimiento scad scade scadenza vervalt vervaldatum verloopt geldig validade mm",
  written:
    "dies meurt ends end ending ended finit jusqu jusque jusqua bonne bon fin until til till thru through up devant recto front dessus dessous marque ecrit inscrit inscrite imprime imprimee indique printed says reads date lasts stops dead pone dice zegt diz sagt lese vedo veo vejo lis lit vois voit read see vaut arrete termine bis hasta fino tot ate limite echeance nouvelle ancienne old new runs good",
  card: "derniers last carte cartes cb visa mastercard amex card cards karte karten tarjeta tarjetas carta kaart pas cartao crypto cryptogramme cvv cvc pin recto verso derriere front devant gold premier",
  elsewhere:
    "achat achats voucher vouchers cheque cheques bail lease cadeau gift fidelite loyalty vitale grise postale courrier letter releve releves extrait extraits statement statements facture factures invoice invoices promo promos promotion promotions offre offres offer offers deal soldes abonnement abonnements subscription navigo contrat contrats contract taux rate fix fixed pret prets loan loans mortgage impot impots tax lease mandate auszug kontoauszug angebot aktion extracto oferta promocion estratto offerta promozione afschrift aanbieding extrato " +
    "passeport passport permis licence license garantie garanti guarantee guaranteed warranty commande commandee commander ordered assurance insurance parking travaux rendez rdv appointment operation operations transaction transactions prelevement prelevements virement virements transfer transfers debit debits mensualite mensualites rata recibo bolletta livret epargne savings delai deadline depuis since seit desde sinds",
  codeWord: "code codes codigo codice",
  named: "code codes codigo codice numero num number nummer",
  figures: "dig chiffre chiffres digit digits numbers numeros ziffern ziffer zahlen cifras cifre cijfers digitos",
  three: "3 trois three drei tres tre drie",
  security:
    "securite secu security sec verification verif verificacion verifica verificacao controle control visuel visuelle seguridad sicurezza seguranca",
  private:
    "secret secreto segreto confidentiel perso personnel pin sms texto temporaire temporary provisoire provisional provisional secours backup recovery unique dynamique enrolement appairage virement operation signature dispositivo firma paylib wero apple google pay wallet digitale mobile espace internet web connected envoye recu received retrait acces access entree deblocage unlock validation confirmation activation connexion login vocal coffre safe banking phone",
  own: "meme same mon ma mes ton tes son ses notre votre ancien nouveau nouvo my your his her our their old new mein meine meinen mi mis su mio mijn meu",
  signature: "signature sig unterschrift firmastrook firma handtekening assinatura",
  good: "bonne bon good valable valid valide valida valido valido gultig geldig runs run lasts last court dure vaut gilt lauft loopt dura vale",
  until: "jusqu jusque jusqua until till til thru through bis hasta fino tot ate",
  month: "mois month mm monat mes mese maand",
  year: "annee an ans aa year yr yy jahr jj ano anno jaar",
};

const { at: bitsOf } = wordTable(Sense, words);

/** What the words of [from, to) say, alone and beside each other: "code secret", "les trois chiffres". */
export const senseOf = (lower: string, from: number, to: number): number => {
  let sense = 0;
  let said = 0;
  let [last, second, third] = [0, 0, 0];
  for (let at = from; at < to; at++) {
    let code = lower.charCodeAt(at);
    if (!isWordPart(code)) continue;
    const start = at;
    let hash = seed;
    for (; at < to && isWordPart(code); code = lower.charCodeAt(++at)) hash = hashed(hash, code);
    const bit = bitsOf(hash) || (at - start > 5 ? begun(lower, start) : 0);
    said++;
    const beside = last | second | third;
    sense |= bit;
    if (bit !== 0 && beside !== 0) sense |= together(bit, beside, last, second);
    if (isOfWord(lower, start, at)) continue;
    third = second;
    second = last;
    last = bit;
  }
  return said > fewWords ? sense | Sense.sentence : sense;
};

/** "de", "d'", "di": what they part stands side by side. */
const isOfWord = (lower: string, start: number, end: number): boolean =>
  end - start < 3 && lower.charCodeAt(start) === 100;

/** Words of many forms and misspellings, by how they begin. */
const begun = (lower: string, start: number): number => {
  if (lower.startsWith("expir", start) || lower.startsWith("perim", start)) return Sense.lasting;
  return lower.startsWith("cryptog", start) || lower.startsWith("criptog", start) ? Sense.code : 0;
};

const fewWords = 2;
const numbers = Sense.named | Sense.figures;

const together = (bit: number, beside: number, last: number, second: number): number => {
  const isEither = (one: number, two: number): boolean =>
    ((bit & one) !== 0 && (beside & two) !== 0) || ((bit & two) !== 0 && (beside & one) !== 0);
  let sense = 0;
  if (bit & numbers && beside & Sense.three) sense |= Sense.counted;
  if (isEither(numbers, Sense.security) || (bit & Sense.codeWord && last & Sense.card)) sense |= Sense.code;
  if (
    isEither(Sense.codeWord, Sense.card) ||
    isEither(Sense.named, Sense.private) ||
    (bit & Sense.codeWord && (last | second) & Sense.own)
  )
    sense |= Sense.secret;
  if (
    (bit & Sense.codeWord && (last | second) & Sense.otherBeside) ||
    (bit & Sense.otherBeside && last & Sense.codeWord)
  )
    sense |= Sense.other;
  if (isEither(Sense.month, Sense.year) || isEither(Sense.good, Sense.until)) sense |= Sense.lasting;
  if ((bit & Sense.rear && last & Sense.the) || (bit & Sense.of && last & Sense.rear)) sense |= Sense.back;
  return sense;
};

const isWordPart = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);

/** What is said in the sentence of a value, and around it: what was asked before it, what is said behind it. */
export type Said = { readonly sentence: number; readonly around: number };

/** Whether a name of a code stands right before a place: "code de ma carte pro 7702". */
export const isNamedBefore = (lower: string, start: number): boolean => {
  const from = startOfSentence(lower, start, Math.max(0, start - nameReach));
  return (senseOf(lower, from, start) & Sense.secret) !== 0;
};
const nameReach = 36;

export const saidAround = (lower: string, start: number, end: number): Said => {
  const from = startOfSentence(lower, start, Math.max(0, start - reach));
  const to = endOfSentence(lower, end, Math.min(lower.length, end + reach));
  const before = startOfSentence(lower, Math.max(0, from - 2), Math.max(0, from - reach));
  const sentence = senseOf(lower, from, start) | senseOf(lower, end, to);
  const beside = senseOf(lower, before, from) | senseOf(lower, to, Math.min(lower.length, to + nextReach));
  const around = sentence | beside;
  return { sentence: sentence & Sense.sentence ? sentence : around, around };
};

const reach = 110;
const nextReach = 60;

/** Behind the last line's end or full stop before `at`. */
const startOfSentence = (lower: string, at: number, least: number): number => {
  for (let place = at - 1; place >= least; place--) if (isEnd(lower, place)) return place + 1;
  return least;
};
const endOfSentence = (lower: string, at: number, most: number): number => {
  for (let place = at; place < most; place++) if (isEnd(lower, place)) return place;
  return most;
};
const isEnd = (lower: string, at: number): boolean => {
  const code = lower.charCodeAt(at);
  return code === 0x0a || ((code === 0x2e || code === 0x21 || code === 0x3f) && lower.charCodeAt(at + 1) === 0x20);
};
