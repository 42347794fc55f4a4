import type { Kind } from "./kind.ts";

/** A field of a form or a column of a table that holds something of a person. */
type Field = {
  readonly kind: Kind;
  readonly rule: string;
  /** The whole label, in seven languages, over a folded view in small letters. */
  readonly label: RegExp;
  /** In a question: "et la date d'expiration ?". */
  readonly asked: RegExp;
  /** What the whole cell has to be. */
  readonly value: RegExp;
};

const end = "(?: ?(?:\\((?:s|e|es|obligatoire|required)\\)|\\*|n[°o.]?|#)){0,2}$";
const whole = (phrases: string): RegExp =>
  new RegExp(
    `^(?:(?:votre|your|ihr|ihre|su|tu|uw|il suo|seu|sua|mon|my|n[°o.]{1,2}|numero|number|num|no|nr)\\.? ?(?:de |di |do |du |da |of )?)?(?:${phrases})${end}`,
  );
const asked = (phrases: string): RegExp => new RegExp(`(?<![a-z])(?:${phrases})(?![a-z])`);
/** Letters and digits, four of these at least; no year, no date. */
const code =
  /^(?!(?:19|20)\d\d$|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$)(?=(?:[^\d\n]*\d){4})(?=.{4,40}$)[a-z]{0,4}[a-z0-9]*(?:[ ./-]{1,3}[a-z0-9]{1,14}){0,9}$/;
const month = "[a-z]{3,10}\\.?";

export const fields: readonly Field[] = [
  {
    kind: "name",
    rule: "name.field",
    label: whole(
      "noms?(?: (?:et |& ?)?prenoms?| complet| de famille| de naissance| d'usage| du titulaire)?|prenoms?(?: (?:et )?noms?)?|titulaires?(?: d[ue] (?:la |votre )?(?:compte|carte))?|beneficiaires?|emetteur|donneur d'ordre|" +
        "(?:(?:first|last|full|family|given|middle|account|customer|client|card ?holder'?s?) ?)?names?|surname|forename|(?:account |card ?)?holder|payee|beneficiary|" +
        "vorname|nachname|familienname|kontoinhaber(?:in)?|inhaber|empfanger|nombre(?: completo| y apellidos?)?|apellidos?|titular(?: da conta| de la cuenta)?|beneficiari[oa]|nome(?: e cognome| completo)?|cognome|intestatari[oa]|" +
        "voornaam|achternaam|naam|rekeninghouder|begunstigde|apelidos?|titular",
    ),
    asked: asked(
      "votre nom|vos noms?|your (?:full )?name|ihr name|su nombre|il suo nome|uw naam|seu nome|nom et prenom",
    ),
    value: /^(?:[a-z\u00c0-\u024f][a-z\u00c0-\u024f'.-]{1,24})(?: [a-z\u00c0-\u024f][a-z\u00c0-\u024f'.-]{0,24}){0,4}$/,
  },
  {
    kind: "birth-date",
    rule: "birth-date.field",
    label: whole(
      "nee?\\(?e?\\)?(?: le)?|date (?:de )?naissance|naissance|ddn|date of birth|d\\.?o\\.?b\\.?|birth ?da(?:te|y)|born|geburts(?:datum|tag)|geb(?:\\.|oren)?(?:-?datum)?(?: am)?|fecha (?:de )?nac(?:imiento|\\.)?|f\\. ?nac\\.?|nacimiento|data di nascita|nat[oa](?: il)?|geboortedatum|geboren(?: op)?|data de nascimento|nascimento|nascid[oa](?: em)?",
    ),
    asked: asked(
      "date de naissance|ne(?:e|\\(e\\))? le|date of birth|born|geburtsdatum|geboren|fecha de nacimiento|data di nascita|geboortedatum|data de nascimento",
    ),
    value: new RegExp(
      `^(?:\\d{1,2}(?:[./ -]|er |th |st |nd |rd ){1,2}(?:\\d{1,2}|(?:de |of )?${month})[./ ,-]{1,2}(?:de )?(?:\\d{4}|\\d{2})|\\d{4}[./ -]\\d{1,2}[./ -]\\d{1,2}|\\d{8}|${month} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4})$`,
    ),
  },
  {
    kind: "phone",
    rule: "phone.field",
    label: whole(
      "tel(?:eph?one?s?|efon(?:o|nummer)?|efoon(?:nummer)?|\\.)?(?: (?:portable|mobile|fixe|domicile))?|portable|mobile(?: (?:phone|number))?|phone(?: number)?|cell(?:ulare)?|gsm|handy(?:nummer)?|movil|tlf|tlm|telemovel|mobiel|contact(?:o|s)?",
    ),
    asked: asked(
      "telephone|numero (?:de )?(?:tel|portable)|phone|mobile|telefon(?:o|nummer)?|telefoon(?:nummer)?|handynummer|movil|cellulare|telemovel|joindre|reach you",
    ),
    value: /^\+?\(?\d[\d .()/-]{6,22}\d$/,
  },
  {
    kind: "account",
    rule: "account.field",
    label: whole(
      "(?:numero de |n° ?(?:de )?)?comptes?(?: bancaire)?|iban|rib|bank account|account(?: ?(?:number|no|num))?\\.?|acc(?:oun)?t?(?: no)?|sort ?code|konto(?:nummer|-?nr)?\\.?|cuenta|conto(?: corrente)?|rekening(?:nummer)?|conta|nib|bank|banque|guichet|(?:code )?(?:banque|guichet)|cle(?: rib)?",
    ),
    asked: asked(
      "(?:numero|n°) de compte|account number|sort code|kontonummer|numero de cuenta|numero (?:di |del )?conto|rekeningnummer|numero d[ae] conta",
    ),
    value: /^(?=(?:[^\d\n]*\d){2})[a-z0-9]{2,24}(?:[ .-]{1,2}[a-z0-9]{1,12}){0,9}$/,
  },
  {
    kind: "customer-number",
    rule: "customer-number.field",
    label: whole(
      "clients?|(?:numero |n° ?)?(?:de )?(?:client|contrat|dossier|pret|adherent|police)|identifiant|contrats?|dossier|customer(?: (?:number|no|id|ref))?|client (?:number|no|id)|contract(?: (?:number|no))?|policy(?: (?:number|no))?|kunden-?(?:nummer|nr)\\.?|vertrags-?(?:nummer|nr)\\.?|cliente|contrato|poliza|contratto|polizza|pratica|codice cliente|klantnummer|contractnummer|polisnummer|apolice",
    ),
    asked: asked(
      "(?:numero|n°) (?:de )?(?:client|contrat|dossier|pret)|identifiant|customer (?:number|id)|contract number|kundennummer|vertragsnummer|numero (?:de |di )?(?:cliente|contrato|contratto)|codice cliente|klantnummer",
    ),
    value: code,
  },
  {
    kind: "national-id",
    rule: "national-id.field",
    label: whole(
      "nir|n° ?(?:de )?secu(?:rite sociale)?|secu(?:rite sociale)?|numero fiscal|n° ?fiscal|cni|carte d'identite|ni(?:no)?|national insurance(?: (?:number|no))?|nhs(?: (?:number|no))?|utr|ppsn?|id(?:entity)? (?:card|number)|steuer-?id|ausweis(?:nummer|nr)?|personalausweis|dni|nie|nif|documento|codice fiscale|c\\.?f\\.?|bsn|burgerservicenummer|contribuinte|cartao de cidadao|pesel|niss|ssn|tax id",
    ),
    asked: asked(
      "securite sociale|numero fiscal|carte d'identite|national insurance|nhs number|steuer-?id|ausweisnummer|dni|codice fiscale|bsn|nif",
    ),
    value: code,
  },
  {
    kind: "passport",
    rule: "passport.field",
    label: whole("passe?port(?:e|s)?(?: (?:number|no))?|pasaporte|passaporto|reisepass|paspoort|passaporte"),
    asked: asked("passe?port|pasaporte|passaporto|reisepass|paspoort"),
    value: code,
  },
  {
    kind: "address",
    rule: "address.field",
    label: whole(
      "adresses?(?: postale)?|(?:postal |home )?address|anschrift|adresse|strasse|direccion|domicilio|indirizzo|residenza|adres|straat|morada|endereco|rue|street|ville|city|town|ort|stadt|ciudad|citta|plaats|localidade|code postal|postcode|post ?code|zip|plz|cp|cap",
    ),
    asked: asked(
      "votre adresse|your (?:home |postal )?address|post ?code|code postal|zip(?: code)?|ihre adresse|su direccion|il suo indirizzo|uw adres|sua morada",
    ),
    value: /^(?=.{2,90}$)(?=[^\d]{0,80}\d)[a-z0-9\u00c0-\u024f][^|\t;@]*$/,
  },
  {
    kind: "security-code",
    rule: "security-code.field",
    label: whole(
      "cvv2?|cvc2?|crypto(?:gramme)?(?: visuel)?|security code|code de securite|prufziffer|prufnummer|codigo de seguridad|codice di sicurezza|codigo de seguranca|veiligheidscode",
    ),
    asked: asked(
      "cvv|cvc|crypto(?:gramme)?|(?:3|trois|three|drei|tres|tre|drie) (?:derniers )?(?:chiffres|digits|numbers|ziffern|cifras|numeros|cifre|cijfers|digitos)|security code|code de securite|prufziffer|codigo de seguridad|codice di sicurezza",
    ),
    value: /^\d(?:[ .-]?\d){2,3}$/,
  },
  {
    kind: "secret",
    rule: "secret.field",
    label: whole(
      "(?:code )?pin|pin(?: ?code| number)?|code (?:secret|confidentiel|sms|d'acces)|otp|tan|geheimzahl|pincode|mot de passe|mdp|password|passwort|contrasena|clave|wachtwoord|senha|palavra-passe",
    ),
    asked: asked(
      "code (?:secret|confidentiel|pin|recu|sms)|le code|pin|otp|passcode|the code|tan|geheimzahl|clave|codigo|codice|pincode",
    ),
    value: /^(?:\d{4,8}|\d{3}[ -]\d{3}|(?=[^\d]{0,22}\d)(?=.{0,20}[a-z]{3})[^\s|;:/]{6,24})$/,
  },
  {
    kind: "expiry",
    rule: "expiry.field",
    label: whole(
      "exp(?:ir(?:e|y|ation|es)?)?(?: date)?|date d'exp(?:iration)?|date de validite|validite|valid(?: thru| until)?|gultig(?: bis)?|ablaufdatum|caducidad|vencimiento|scadenza|geldig tot|vervaldatum|validade",
    ),
    asked: asked(
      "exp(?:iry|iration|ire|ires)?|validite|valable|valid|(?:la|the) date(?= ?\\?)|gultig|ablaufdatum|caduca|caducidad|scade|scadenza|vervaldatum|validade",
    ),
    value: new RegExp(`^(?:(?:0?[1-9]|1[0-2]) ?[/. -]? ?(?:20[2-4]\\d|[2-4]\\d)|${month} (?:20)?[2-4]\\d)$`),
  },
];

export const fieldOf = (label: string): Field | undefined =>
  label.length > 40 ? undefined : fields.find((field) => field.label.test(label));

export type { Field };
