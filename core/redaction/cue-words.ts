/**
 * Single words, folded, that make a family of detectors worth running: French, English, German, Spanish, Italian, Dutch,
 * Portuguese. The exact cues are in each detector; a word is missing here only by mistake, which a test looks for.
 */
export const cueWords = {
  spelling: "arobase arobas arobaze arrobase arroba chiocciola klammeraffe apenstaartje at dot chez",
  name:
    "appelle appelles nomme nom prenom noms cordialement cdlt salutations titulaire beneficiaire signe mme madame monsieur mlle mr mrs ms miss dr m " +
    "name named names surname regards sincerely faithfully thanks cheers wishes dear holder cardholder beneficiary payee behalf " +
    "heisse heisst herr frau grusse gruss grussen kontoinhaber inhaber llamo llama nombre senor senora sr sra don dona atentamente saludos titular " +
    "chiamo nome signor signora sig saluti intestato intestata intestatario heet naam mevrouw meneer mevr dhr groet groeten tnv " +
    "chamo senhor senhora atenciosamente cumprimentos apelido nee ne born sono soy veuve epouse mari femme husband wife",
  password:
    "password passwort passwd pwd mdp passe passcode passphrase contrasena clave senha wachtwoord kennwort parola kennung",
  code:
    "cvv cvc cvn cid csc cryptogramme crypto code codes chiffres digits verso dos back pin otp tan nip securite security secret secrete confidentiel " +
    "verification geheimzahl geheimnummer sicherheitscode prufziffer prufnummer kartenprufnummer codigo codice pincode toegangscode beveiligingscode " +
    "veiligheidscode cryptogram passcode c wachtwoordcode sms seguridad seguranca sicurezza token",
  expiry:
    "exp expire expires expired expiry expiration expirant expirera valable valid validite validity echeance ablauf ablaufdatum gultig lauft " +
    "caduca caducidad vence vencimiento scade scadenza vervalt geldig vervaldatum validade valido valida thru expiring fin ",
  account:
    "rib compte comptes account accounts acct acc ac sort konto kontonummer kto cuenta conto rekening rekeningnummer conta iban banque guichet " +
    "blz bankleitzahl accnum bank routing ccc comptable accno",
  customer:
    "client cliente clients customer contrat contract dossier pret loan credit abonne adherent societaire police policy sinistre claim identifiant " +
    "login id member membership kundennummer kunden vertrag vertragsnummer contratto contrato klantnummer klant contractnummer darlehen " +
    "emprunt hypotheque mortgage utilisateur username user userid matricule reference usager livret assure portefeuille prestamo prestito emprestimo lening allocataire",
  identity:
    "secu securite social sociale nir insee fiscal fiscale tax steuer steuernummer steueridentifikationsnummer idnr cni identite identity national nationale " +
    "nino ni nhs utr dni nie nif codice partita bsn burgerservicenummer sofinummer rijksregisternummer registre pesel nip niss ppsn pps ahv avs " +
    "sozialversicherungsnummer rvnr svnr ausweis personalausweis identita identiteitskaart passport passeport pasaporte passaporto reisepass paspoort passaporte paszport pass " +
    "permis licence license driving fuhrerschein fuhrerscheinnummer conducir patente rijbewijs conducao dvla ssn insurance tin nss nuss cpf personnummer fodselsnummer " +
    "hetu cpr oib emso egn cnp amka titre sejour carte vitale contribuente contribuinte carnet carta numero svr krankenversichertennummer",
  birth:
    "ne nee naissance naiss born birth birthday birthdate dob geboren geburtsdatum geb nacido nacida nacimiento nato nata nascita geboortedatum nascido nascida nascimento anniversaire ddn",
  street:
    "rue avenue av ave bd bld boulevard place pl impasse allee allees chemin ch route rte quai cours square residence lotissement lot passage sentier faubourg fbg esplanade promenade " +
    "hameau lieu ruelle villa voie rond mail street st road rd lane ln drive dr close court ct way crescent terrace gardens square grove hill park row mews walk parkway circle highway pkwy " +
    "calle avenida avda plaza paseo carrer camino ronda via viale piazza corso largo vicolo rua praca travessa adresse address postcode adresa apartment apt flat suite " +
    "strasse str weg platz allee gasse ring damm ufer straat laan plein gracht kade wohne wohnhaft habite domicile domicilie vivo wonen woon boite bp box po",
  bic: "bic swift",
  link: "http https www",
  crypto: "bitcoin btc ethereum eth wallet crypto portefeuille bc",
} as const;
