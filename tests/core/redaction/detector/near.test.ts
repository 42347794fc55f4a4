import { describe, expect, test } from "vitest";
import { found, redacted } from "../cast.ts";

describe("a security code is told by its sentence, whatever its order", () => {
  test.each([
    ["663 c les chiffres derrière ma carte", "663"],
    ["le site me dit que 611 n'est pas un cryptogramme valide", "611"],
    ["Je viens de taper le 743 (crypto) et c refusé", "743"],
    ["j'ai communiqué le 456 qui est au dos de ma carte", "456"],
    ["J'ai donné mes 3 chiffres (731) à un faux conseiller", "731"],
    ["ben j'ai mis le 379 au niveau du cryptogramme", "379"],
    ["Le cvv ? Facile : 208.", "208"],
    ["cvv changé ? avant c'était 365", "365"],
    ["- Cryptogramme ?\n- 261", "261"],
    ["Cvv\n107", "107"],
    ["Sur la bande signature y a 772", "772"],
    ["cvv: sept, deux, huit", "sept, deux, huit"],
    ["cvv 7O4", "7O4"],
    ["304. That's the security code.", "304"],
    ["card code 483", "483"],
    ["here u go 626 thats my cvc", "626"],
    ["the code next to the signature is 253", "253"],
    ["on the reverse there's 571", "571"],
    ["mon amex a un code de 4 chiffres sur le devant 5528", "5528"],
    ["205 steht hinten drauf", "205"],
    ["663 es el número de detrás", "663"],
    ["retro: 447", "447"],
    ["663 staat achterop", "663"],
    ["no verso diz 447", "447"],
    ["flip it over and it says 752", "752"],
    ["sig strip number 247", "247"],
    ["num on back 335", "335"],
    ["code visuel 205", "205"],
    ["wsh le cryptog c 076 jcrois", "076"],
    ["Expiry - 05/29. Security - 024.", "024"],
    ["j'ai mis 760 comme code", "760"],
  ])("%s", (text, value) => {
    expect(found(text)).toContain(`security-code: ${value}`);
  });

  test.each([
    "Il demande le CVV pour un achat de 250",
    "cvv demandé alors que j'ai dépensé 120 seulement",
    "le cryptogramme fait 3 chiffres, j'ai attendu 150 jours",
    "j'ai 3 chiffres différents : 120, 130 et 140",
    "crypto : j'ai perdu 450 sur le bitcoin",
    "give me back the 120 on my card",
    "I want the 250 back on my card",
    "my card number is lost\nSuite 487\nplease help",
    "j'ai un arriéré de 450 sur ma carte",
    "derrière moi 450 personnes avec leur carte",
    "au dos il y a marqué 450 €",
    "vous me demandez les 4 derniers chiffres : 9053",
    "on the back of the letter 250 lines of small print",
    "crypto up 340",
    "mon portefeuille crypto 2500 perdu",
    "The CVV has worn off. 120 for a new card?",
    "hinten in der Schlange, Nummer 238",
  ])("not %s", (text) => {
    expect(redacted(text)).toBe(text);
  });
});

describe("so is a PIN or a code that was sent", () => {
  test.each([
    ["je change mon code de 1122 à 3346 comment faire", ["1122", "3346"]],
    ["visa 1739, mastercard 9482, voilà mes codes", ["1739", "9482"]],
    ["mon code a moi 8 0 3 3 et celui de ma femme 4 4 1 7", ["8 0 3 3", "4 4 1 7"]],
    ["was it 1122 or 3344? cant remember my pin", ["1122", "3344"]],
    ["j ai fais 2604 o distributeur 3x et carte bloqué", ["2604"]],
    ["hab 7712 am Automaten eingetippt und Karte weg", ["7712"]],
    ["metí 7712 en el cajero y se tragó la tarjeta", ["7712"]],
    ["marquei 7712 no multibanco e ficou com o cartão", ["7712"]],
    ["I use 2744 for everything, pin, alarm, the lot", ["2744"]],
    ["j'ai dicté 450918 au monsieur de la fraude", ["450918"]],
    ["j'ai saisi 204816 pour signer le contrat", ["204816"]],
    ["Le code que vous m'avez envoyé par courrier (7318) est faux", ["7318"]],
    ["je compose 5137 à la caisse et ça refuse", ["5137"]],
    ["mon épouse utilise 9362 pour retirer", ["9362"]],
    ["tried 2964 then 2946, now its locked", ["2964", "2946"]],
    ["Why won't 8163 work? Its been my pin since 2009", ["8163"]],
    ["on m'a volé le papier où y'avait 3874 marqué dessus, le code de la carte", ["3874"]],
    ["les quatre chiffres que je tape au distributeur sont 2619", ["2619"]],
    ["code temporaire 5519", ["5519"]],
    ["P.I.N. 6615", ["6615"]],
    ["code d'activation KX92-77PL", ["KX92-77PL"]],
    ["he asked me to read the numbers out so I said 447102", ["447102"]],
    ["j'ai reçu 77291034 par sms", ["77291034"]],
    ["digito 6172 al bancomat e mi dice errore", ["6172"]],
  ])("%s", (text, values) => {
    expect(found(text)).toEqual(expect.arrayContaining(values.map((value) => `secret: ${value}`)));
  });

  test.each([
    "j'ai retiré 1540 avec mon code habituel",
    "carte bloquée, j'avais 1240 dessus",
    "mon code marche plus depuis 2019",
    "le code promo 4821 est refusé",
    "code erreur : 5001",
    "J'ai composé le 3639 et rien",
    "mon code à 6 chiffres ne passe plus, 1250 essais",
    "took out 1540 with my usual pin",
    "bus 1102 direction agence, mon code marche pas",
    "bought a pin cushion for 1450",
    "composez le 118 218 ou le 118 712",
    "mon numéro de carte bancaire est effacé, 1250 clients attendent",
  ])("not %s", (text) => {
    expect(redacted(text)).toBe(text);
  });
});

describe("so is a date of expiry", () => {
  test.each([
    ["sur la carte y a marqué 06/27", "06/27"],
    ["Oui alors c'est 735 pour le cryptogramme et 09/29 pour la date", "09/29"],
    ["l'ancienne expirait en 02/26 la nouvelle en 02/30", "02/30"],
    ["11/28 au niveau de la date de validité", "11/28"],
    ["bonne jusque 01/28", "01/28"],
    ["elle est bonne jusqu'à janvier 2028", "janvier 2028"],
    ["caduca en marzo de 2028", "marzo de 2028"],
    ["my Visa stops in 01/28", "01/28"],
    ["it says 02/28 on the front of my card", "02/28"],
    ["the card, which expires 31/08/2027, was declined", "31/08/2027"],
    ["expiry 2029-03", "2029-03"],
    ["expiry\n08/29", "08/29"],
    ["Mois/année : 07/29", "07/29"],
    ["mois 04 année 2028 pour l'expiration", "04 année 2028"],
    ["numéro finissant par 3321, 04/28, crypto 556", "04/28"],
    ["cb 04/28 731", "04/28"],
    ["valable jusqu'au 31/08/2028", "31/08/2028"],
    ["expiry: month 04 year 29", "04 year 29"],
    ["runs till 02/31", "02/31"],
    ["valida fino a maggio 2030", "maggio 2030"],
    ["la tarjeta pone 09/29", "09/29"],
    ["1) date : 02/28\n2) 3 chiffres : 907", "02/28"],
  ])("%s", (text, value) => {
    expect(found(text)).toContain(`expiry: ${value}`);
  });

  test("three digits behind it are the security code", () => {
    expect(found("cb 04/28 731")).toContain("security-code: 731");
    expect(redacted("cb 04/28 731 €")).not.toContain("[cryptogramme]");
  });

  test.each([
    "relevé 03/26 de ma carte manquant",
    "ma carte a été commandée le 03/25",
    "du 01/26 au 04/26 aucun relevé de carte",
    "my fix ends 04/27",
    "la promo carte gold valable jusqu'au 31/12/2026",
    "card stopped 11/04",
    "gold card deal valid until 31/12/2026",
    "rate guaranteed until 30/11/2026",
    "my fixed rate expires 03/2027",
  ])("not %s", (text) => {
    expect(redacted(text)).toBe(text);
  });
});

describe("a long cue word with one slip is read as it was meant", () => {
  test.each([
    ["cryptogrmme : 300", "300"],
    ["cryptogarmme 300", "300"],
    ["secuirty code 296", "296"],
    ["securty code 164", "164"],
    ["experation 12/26", "12/26"],
    ["my acount number is 60291847", "60291847"],
  ])("%s", (text, value) => {
    expect(redacted(text)).not.toContain(value);
  });

  test("what is no slip stays", () => {
    for (const text of ["I need to validate 296 things", "the expert said 12/26"]) expect(redacted(text)).toBe(text);
  });
});

describe("a long number is one of an account where the sentence speaks of it", () => {
  test.each([
    ["regardez le 30992817744 c'est mon livret", "account: 30992817744"],
    ["le compte concerné : 00071234598", "account: 00071234598"],
    ["I mean 40128837, my current account", "account: 40128837"],
    ["money went from 00481920 to 77120948, both my accounts", "account: 77120948"],
    ["numéro client ? 50918273", "customer-number: 50918273"],
    ["complaint 000226114873 still open", "customer-number: 000226114873"],
    ["N° client\n6612098", "customer-number: 6612098"],
    ["account number\n00412298", "account: 00412298"],
    ["my savings 81920374 shows nil", "account: 81920374"],
    ["Quel est votre numéro client ? -> 5528193", "customer-number: 5528193"],
    ["> Please give us your customer number\nsure its 2201938", "customer-number: 2201938"],
    ["réf. contrat : AV 8827 1102", "customer-number: AV 8827 1102"],
    ["costumer number 8820193", "customer-number: 8820193"],
  ])("%s", (text, value) => {
    expect(found(text)).toContain(value);
  });

  test.each([
    "ma commande 77120948 débitée sur mon compte",
    "mon compte Instagram a 12845678 abonnés",
    "j'ai 12000000 sur mon compte",
    "opened my account in 04/2019",
  ])("not %s", (text) => {
    expect(redacted(text)).toBe(text);
  });
});

describe("a password is told by its form beside the word, an answer by its question", () => {
  test.each([
    ["Montagne74! voilà le mdp, débrouillez-vous", "Montagne74!"],
    ["avec Renard2021! ça refuse, c pourtant mon mot de passe", "Renard2021!"],
    ["mit Fuchs2021! wird mein Passwort abgelehnt", "Fuchs2021!"],
    ['"Votre mot de passe ?" Cactus_19', "Cactus_19"],
    ["Mot de passe\nSoleil83!", "Soleil83!"],
    ["mot d passe tototata9", "tototata9"],
    ["identifiants : 20481177 / 481920", "481920"],
    ["Ma question secrète c'est le nom de mon premier animal, réponse Caramel", "Caramel"],
    ["question secrète: nom de jeune fille de ma mère = Lefebvre", "Lefebvre"],
    ["answer to my security question (town of birth): Swindon", "Swindon"],
    ["Sicherheitsfrage: Mädchenname der Mutter, Antwort Lehmann", "Lehmann"],
    ["nom de jeune fille de ma mère : Castelain", "Castelain"],
    ["first pet: Rex", "Rex"],
    ["respuesta secreta: Canela", "Canela"],
    ["my voice password is my house is blue", "my house is blue"],
  ])("%s", (text, value) => {
    expect(redacted(text)).not.toContain(value);
  });

  test.each([
    "mot de passe refusé sur l'appli v10.2.1, iPhone 14 Pro",
    "le mot de passe doit avoir 12 caractères, pas 24!",
    "réponse à ma question : jamais",
    "answer to my question: never",
    "question secrète impossible à modifier",
    "security question: answer refused",
  ])("not %s", (text) => {
    expect(redacted(text)).toBe(text);
  });
});

test("what else lasts or falls due keeps its date", () => {
  for (const text of [
    "mon passeport est valable jusqu'en 03/2029",
    "the warranty expires 04/27",
    "le bail expire en avril 2027",
    "bourse : échéance du 05/11 rejetée",
    "la rata scade il 05/11",
    "bon d'achat valable jusqu'en mai 2027",
    "cheque valid until 04/27",
  ])
    expect(redacted(text)).toBe(text);
  expect(redacted("l'assurance de ma carte, expire 04/27")).not.toContain("04/27");
});

test("an amount that is typed is no code", () => {
  for (const text of [
    "j'ai saisi 1540 comme montant et ma carte est bloquée",
    "I entered 1540 as the amount, card blocked",
  ])
    expect(redacted(text)).toBe(text);
});
