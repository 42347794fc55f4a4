import { leadingNames } from "./first-names.ts";

/** Compounds of German and Dutch: each stem with each ending. */
const compounds = ({ stems, endings }: { readonly stems: string; readonly endings: string }): string =>
  stems
    .split(" ")
    .flatMap((stem) => endings.split(" ").map((ending) => stem + ending))
    .join(" ");

/** What the number of a relationship is called where it is one word; the detector reads it by the same parts. */
export const numbered = {
  stems:
    "kunden kd vertrags vertrag darlehens darlehen kredit mitglieds mandats vorgangs schaden schadens policen fall bearbeitungs benutzer nutzer teilnehmer beschwerde zugangs legitimations personen partner " +
    "klant contract polis lening hypotheek dossier zaak klacht klachten relatie lidmaatschaps lid schade gebruikers client",
  endings: "nummer nummern nr no id kennung ident",
} as const;

/** The same of codes. */
export const coded = {
  stems:
    "freischalt zugangs bestatigungs aktivierungs sicherheits einmal anmelde login sms verifizierungs pruf autorisierungs push app geheim entsperr " +
    "toegangs verificatie bevestigings activatie inlog beveiligings veiligheids eenmalige controle tan",
  endings: "code codes tan pin",
} as const;

/**
 * The first word of every cue, folded: French and English first, then German, Spanish, Italian, Dutch, Portuguese. The
 * exact phrases are in each detector. Words of `title` count only before a capital letter; one letter only before a dot.
 */
export const cueWords = {
  spelling: "arobase arobas arobaz arobaze arrobase arroba chiocciola klammeraffe apenstaartje",
  at: "at a chez",
  dot: "dot point punto punkt punt ponto com gmail hotmail outlook yahoo orange wanadoo laposte icloud live proton protonmail gmx free sfr libero sapo virgilio tiscali bbox numericable telenet skynet ziggo kpn btinternet web net org eu pt nl ch uk",
  name:
    "guardian tuteur signatory mandataire begunstigte appelle apelle jmappelle mappelle mapelle jmapelle mapele mappele mapel appareil apparat nomme nom noms prenom prenoms titulaire beneficiaire signe name named called signed holder cardholder beneficiary payee behalf belonging registered " +
    "heisse kontoinhaber kontoinhaberin namen llamo nombre titular apellido apellidos cognome apelido apelidos surname forename firstname lastname vorname nachname familienname voornaam achternaam intestataria mitinhaber mitinhaberin cotitulaire v chiamo nome intestato intestata intestatario heet naam rekeninghouder chamo ecrit wrote schrieb escribio scritto schreef escreveu soussigne soussignee parler conseiller conseillere attention intention spoke spoken speaking executor tnv vire falei",
  title:
    "mme madame mlle mademoiselle monsieur m mr mrs ms miss dr docteur maitre herr herrn frau sr sra senor senora don dona d sig signor signora mevr mevrouw meneer dhr senhor senhora " +
    "cordialement cdlt salutations regards sincerely faithfully truly wishes thanks thank cheers care merci journee respectueusement sincerement amicalement grussen grusse gruss gruess gruessen gruesse mfg " +
    "atentamente saludos saludo saluti groet groeten groetjes cumprimentos atenciosamente dear cher chere estimado estimada " +
    "payment payable paid transfer transferred money virement ordre transferencia uberweisung uberwiesen bonifico overboeking bonsoir salut coucou hey hola ciao hoi ola call dest destinataire recipient empfanger destinatario is ist est suis soy bin sono ben sou am this ici spricht bonjour hello hallo hi s ra fils fille mere pere frere soeur son daughter mother father brother sister mum mom dad mann sohn tochter marido mujer hijo hija marito moglie figlio figlia cdt crdlt soiree avance best vg lg mvg distinguees cordiales cordialmente hochachtungsvoll atte demander demandez conjoint conjointe conjoints concubin concubine compagne compagnon spouse partner ehegatte ehegattin ehepartner ehepartnerin ehefrau ehemann conyuge pareja coniuge compagno compagna echtgenoot echtgenote conjuge gracias grazie obrigado obrigada bedankt danke dank mari femme epouse epoux husband wife eu from von expediteur sender absender vrouw zoon dochter moeder vader mulher filho filha mae pai esposa esposo madre padre hermano hermana fratello sorella mutter vater bruder schwester oma opa cousin cousine neveu niece tante oncle aunt uncle nee customer client cliente geb vous" +
    ` ${[...leadingNames].join(" ")}`,
  password:
    "respuesta risposta antwort antwoord resposta maiden fille pet voice vocal question security sicherheitsfrage passwrd pasword passwor passord paswoord ww wifi phrase motdepass motsdepasse memorable secrete answer acces password passwort passwd pwd mdp mot mots pass passphrase passcode motdepasse pw palavra parola contrasena clave senha wachtwoord kennwort",
  securityCode:
    "achter bande prufnr dreistelliger dreistellige dreistelligen dreistelligem vierstellige vierstelliger clave numeri sicherheitsnummer sicherheitsziffern sicherheitsziffer prufziffern beveiligingscijfers veiligheidscijfers beveiligingsnummer behind vcc vvc cvs reverso dorso detras ccv signature strip short secu cvv cvc cvn cvvv cv cw cid csc c cryptogramme cryptogram cryptogramm pictogramme cryptogrammes cryptograme criptogramme cryptogrammme criptograme cryptogamme visual crypto sec num code security card kartenprufnummer kartenprufziffer prufziffer prufnummer sicherheitscode codigo codice " +
    "beveiligingscode veiligheidscode chiffres chiffre ziffern ziffer zahlen cifre cifras cifra digitos numeros cijfers reverse arriere derriere back ruckseite hinten atras dietro retro achterop achterkant tras dos verso digits digit numbers securite",
  cvv: "c ccv cvv cvc cvvv cvn cryptogramme cryptograme",
  figures: "chiffres chiffre ziffern ziffer zahlen cifre cifras cifra digitos numeros cijfers digits digit numbers",
  code: "code codes codigo codice cle",
  typing:
    "texted tape tapes taper tapant tapais saisi saisis saisissez entre entrez rentre mis repondu donne communique typed type typing entered enter entering keyed put told gave read sent eingegeben eingetippt tapez meti puse marque introduje digitato inserito messo ingetoetst ingevoerd digitei inseri introduzi sms texto text message msg dab distrib distributeur automate gab atm cashpoint machine cash geldautomat geldautomaten automat automaten cajero bancomat geldautomaat automaat multibanco pins wrong faux",
  secret:
    "p codepim codesecret codeconfidentiel codeperso codesms pinnumber pinnummer securecode securikey securicode onetime pin pincode codepin code nip otp mtan mfa verif auth cod codes ds secure validation secreto segreto freigabecode one passcode access verification confirmation activation authentication authorisation authorization sms secret login geheimzahl geheimnummer tan codigo codice " +
    `multibanco contraclave firma coordenada tans ${compounds(coded)} ` +
    "clave senha certicode cle secur securipass securepass securekey digital digicode interphone jeton token memorable security",
  expiry:
    "gilt ran verfall verfallsdatum verfalldatum gultigkeit gultigkeitsdatum geldigheid scad finit finissant valide valides expi expiree expirees runs run verloopt val validthru validuntil jusqu date ech good cad exp expire expires expired expiry expiration expirant expirera expiring valable valid validite fin echeance ablauf ablaufdatum gultig lauft termine terminant perime perimee expira expiran expirara caduca caducidad vence vencimiento scade " +
    "scadenza vervalt vervaldatum geldig validade valido valida",
  account:
    "c nib ccp cpt cpts giro girokonto sparkonto tagesgeldkonto depotnummer depotnr bankkonto girokontonummer bankkontonummer rekeningnr spaarrekening spaarrekeningnummer bankrekening bankrekeningnummer betaalrekening accountnumber accountnum accountno accountnr bank banking rib cpte cptes coordonnees compte comptes account accounts acct acc a a accnum accno konto kontonummer kontonr kto cuenta conto rekening rekeningnummer conta blz bankleitzahl ccc routing",
  sort: "sortcode sort sc s",
  customer:
    `${compounds(numbered)} ` +
    "costumer costumers custumer custumers log titolare titular assurance insurance versicherung seguro assicurazione verzekering vorgang schaden antrag litige contestation demande requete opposition fidelite fid dispute query enquiry loyalty crn versicherungsschein kd legitimations aktenzeichen az akte anmeldename benutzername nutzername benutzer gebruikersnaam gebruiker relatie application expedient cli num dossiernummer dossiernr zaaknummer connecte connexion socio socia usuario siniestro expediente reclamacion poliza hipoteca " +
    "finanziamento pratica reclamo sinistro fascicolo processo reclamacao credito utilizador adesao reclamation reclamations mandat mandats mandate rum agreement complaint case file files ref referenz referencia riferimento referentie kenmerk zeichen " +
    "abonnes adherents societaires kreditnr vertrags vertragnummer vertragnr darlehens polis pel ldd ldds lep cel pea client cliente clients clientes customer customers contrat contrats contract dossier dossiers pret prets loan credit abonne abonnement adherent adhesion societaire police policy sinistre " +
    "claim identifiant identifiants login cust utente apolice polizza mutuo hypotheek kredit kreditnummer darlehensnummer darlehensnr polisnummer leningnummer klantnr user userid username utilisateur member membership id matricule usager allocataire portefeuille emprunt hypotheque mortgage livret assure kundennummer " +
    "kundennr kunden vertrag vertragsnummer vertragsnr darlehen contratto contrato klant klantnummer contractnummer prestito prestamo emprestimo lening reference",
  identity:
    "matricule personnummeret personnr identificacao bilhete seguranca nationale dowodu aba teudat snils inn cccd nik nin cnic ghana sss philhealth umid resident registration cin svnummer versichertennr personalausweisnr ausweisnr aadhaar aadhar gstin gst cnpj curp rfc nas sin medicare tfn abn acn npi ein itin nric mykad kimlik tckn t rrn brn hkid emirates bvn rut cedula cuil cuit pan fin mbi dnl codfiscale secu securite ss nss fnr pnr nir taxpayer self rentenversicherungsnummer sv versicherungsnummer versicherungsnr versicherungs versichertennummer versicherten krankenversicherungsnummer kvnr krankenversicherungs perso st stnr identifikationsnummer nat insz nipc taj cod cf c documento cc ci bi nn rc r p a ik insee vitale fiscal spi fiscale cni identite sejour permis nino ni national nhs utr tax tin atin ssn social driving driver drivers licence license dvla identity id trn " +
    "tic personal identification d dni n nie nif nus nuss seguridad carnet codice partita identita patente steuer steuerid steuernummer steuernr idnr sozialversicherungsnummer rvnr svnr ausweis personalausweis ausweisnummer " +
    "personalausweisnummer fuhrerschein fuhrerscheinnummer krankenversichertennummer bsn burgerservicenummer sofinummer identiteitskaart rijbewijs rijbewijsnummer registre rijksregister " +
    "rijksregisternummer niss pesel nip pps ppsn ahv avs cpf contribuinte cartao carta personnummer fodselsnummer henkilotunnus rodne asmens personas isikukood davcna adoazonosito adoszam szemelyi kennitala cif vat hetu cpr oib emso egn cnp amka afm regon dowod steueridentifikationsnummer",
  passport:
    "passport passports passeport passeports pasaporte passaporto reisepass paspoort passaporte paszport pass passnummer passnr passportnumber passportno reisepassnummer reisepassnr paspoortnummer paspoortnr",
  birth:
    "suis bin ben b geboortejaar anniv birthdays nasc fodselsdato geburtsjahr naissance naiss ddn dn d dob bday b nac f nacimiento naci nasci nascimento nascita date birth birthday birthdate born geboren geburtsdatum geburtstag geb fecha nacido nacida nato nata data geboortedatum nascido nascida anniversaire ne nee n",
  street:
    "wohne wohnt wohnhaft anschrift woon woont adres adresses addresses lives located rue avenue av ave bd bld boul boulevard place pl impasse allee allees chemin che ch route rte quai cours square residence lotissement passage sentier faubourg fbg esplanade promenade " +
    "cottage lodge barn rectory manor vicarage hameau cs tsa r sq cite montee traverse venelle chaussee parvis clos domaine rocade sente galerie postbus caixa casella lieu ruelle villa voie rond street st road rd lane ln drive dr close court ct way blvd crescent terrace garden gardens sq grove hill park row mews walk parkway pkwy circle cir highway " +
    "hwy green rise view wharf yard quay postcode post postal adresse address box bp boite postfach apartado zip",
  bic: "bic swift",
  southernStreet:
    "calle c avenida avda av plaza paseo carrer camino ronda via viale piazza corso largo vicolo rua praca travessa estrada",
  evidence:
    "sms arnaque arnaqueur escroc escroquerie fraude frauduleux fraudeur phishing hameconnage scam scammer fraud fraudster spoofing betrug estafa truffa",
} as const;

/** Words of `title` that say something only before a capital letter one space behind them; first names too before the comma of a list. */
export const beforeName = "bonjour bonsoir salut coucou hello hi hey hallo hola ciao hoi ola";
export const beforeSurname: string = [...leadingNames].join(" ");

export type CueFamily = keyof typeof cueWords;

/**
 * Words that say nothing for their family unless the next one starts with one of these letters: "mot de passe", "mot
 * secret", "card verification". Those that nearly every message has are worth it: its detector need not run.
 */
export const goesOn: Readonly<Partial<Record<CueFamily, Readonly<Record<string, string>>>>> = {
  password: { mot: "ds", mots: "d", question: "sd", security: "q" },
  securityCode: { card: "vs" },
  secret: { one: "t", access: "c" },
  birth: { suis: "d", bin: "v", ben: "v" },
  title: {
    call: "m",
    payment: "t",
    payable: "t",
    paid: "t",
    transfer: "t",
    transferred: "t",
    money: "t",
    virement: "avp",
    ordre: "d",
    transferencia: "ap",
    uberweisung: "a",
    uberwiesen: "a",
    bonifico: "a",
    overboeking: "na",
  },
  expiry: { ran: "o" },
  identity: { identity: "cn" },
};
