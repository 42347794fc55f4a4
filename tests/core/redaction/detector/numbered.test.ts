import { expect, test } from "vitest";
import { found, redacted } from "../cast.ts";

test.each([
  ["Kd.-Nr. 118733", "118733"],
  ["Vorgangsnummer XB3761923", "XB3761923"],
  ["Anmeldename 944494", "944494"],
  ["zaaknummer PR7950734 aub", "PR7950734"],
  ["dossiernummer 2026-165614", "2026-165614"],
  ["mi usuario es 4130018", "4130018"],
  ["póliza L857408491", "L857408491"],
  ["mutuo n. 226104212", "226104212"],
  ["pratica 1625/52061", "1625/52061"],
  ["nº de adesão XL969106", "XL969106"],
  ["crédito habitação nº 1845-800208", "1845-800208"],
  ["agreement number 2015/891945", "2015/891945"],
  ["complaint ref VE4714111", "VE4714111"],
  ["case number 92558152", "92558152"],
  ["votre réf. : AXB-434429", "AXB-434429"],
  ["mandat SEPA RUM 38133039", "38133039"],
  ["mon contrat d'assurance vie 506957143", "506957143"],
  ["le crédit conso référence 124095881 est soldé", "124095881"],
  ["identifiant internet C1227232", "C1227232"],
  ["customer number C9642721", "C9642721"],
  ["mon identifiant aussi (4971 9800)", "4971 9800"],
  ["98-962150 ist meine Kundennummer", "98-962150"],
  ["3642 6028 è il mio codice cliente", "3642 6028"],
  ["code client XH631826", "XH631826"],
  ["mon prêt étudiant DPD-1603-948", "DPD-1603-948"],
  ["Versicherungsschein 2016/813036", "2016/813036"],
])("a number beside what it numbers, in seven languages: %s", (text, value) => {
  expect(found(text)).toEqual([`customer-number: ${value}`]);
});

test.each([
  ["c/c 9059853355", "9059853355"],
  ["rekeningnr 30008661", "30008661"],
  ["Bankkonto 30008661", "30008661"],
  ["conto corrente n. 2405527V113", "2405527V113"],
  ["cpt chèque 8488922V617", "8488922V617"],
  ["NIB 2092 3251 16918292288 49", "2092 3251 16918292288 49"],
  ["542461600 das ist mein Konto", "542461600"],
  ["RIB :\n14505   72993   2339411A584   95", "14505   72993   2339411A584   95"],
])("an account beside its name: %s", (text, value) => {
  expect(found(text)).toEqual([`account: ${value}`]);
});

test("a sort code and its account are found by their form, and where money goes by their sizes", () => {
  expect(found("money sent to 89 46 12 29590176 by mistake")).toEqual(["account: 89 46 12", "account: 29590176"]);
  expect(found("it says 89-46-12 and 29590176")).toEqual(["account: 89-46-12", "account: 29590176"]);
  expect(found("the numbers 89 46 12 29590176")).toEqual([]);
});

test.each([
  "numero de pedido 651190317",
  "chèque numéro 9591756 de 270,79€ pas crédité",
  "numero ordine 9607149203",
  "bestelnummer 26304159",
  "numero de encomenda 628992010",
  "mi hipoteca 200000",
  "kredit 15 000",
  "mortgage 4 209 460 at 2.92",
  "the statement shows 97 3601 2345",
  "votre référence ne veut rien dire, 3 fois",
  "pret 250000 refusé",
  "ma réclamation 458712 du 3 octobre",
  "El expediente 12345678 consta de 9 folios",
  "direct debit 773,04 due 12.08.2022",
  "https://www.mabanque.example/aide?id=6363700668&page=12",
  "flight BA1287 cancelled can I claim",
  "promo valable jusqu'au 03/12",
  "vos bureaux 1 boulevard Haussmann",
])("what is numbered by others stays: %s", (text) => {
  expect(redacted(text)).toBe(text);
});

test.each([
  ["ЕГН 6702117646", "6702117646"],
  ["моето егн е 5401090532", "5401090532"],
  ["единен граждански номер 8901224110", "8901224110"],
  ["Α.Φ.Μ. 082243288", "082243288"],
  ["το αφμ μου είναι 553994708", "553994708"],
  ["ΑΡΙΘΜΟΣ ΤΑΥΤΟΤΗΤΑΣ: ΑΚ 123456 78", "ΑΚ 123456 78"],
  ["mon NIF portugais 295050187", "295050187"],
  ["bsn néerlandais 661 189 168", "661 189 168"],
  ["Cyprus TIC number 04765561K", "04765561K"],
])("an identifier called by its name at home, or with its country: %s", (text, value) => {
  expect(found(text)).toEqual([`national-id: ${value}`]);
});

test.each([
  ["Freischaltcode 967-743", "967-743"],
  ["tancode 451694", "451694"],
  ["clé d'activation reçue par courrier 850516", "850516"],
  ["le nouveau code de ma carte reçu par courrier : 3388", "3388"],
  ["votre appli demande un code à 6 chiffres, j'ai mis 276453 mais non", "276453"],
  ["código multibanco 3029", "3029"],
  ["pin should be 2053", "2053"],
  ["ça me met code erroné alors que c'est bien 4367", "4367"],
  ["mon mdp appli Soleil16#x", "Soleil16#x"],
  ["le mot de passe de mon espace client est Juin2022$", "Juin2022$"],
  ["la clave de acceso es azerty544", "azerty544"],
])("a code under another name: %s", (text, value) => {
  expect(found(text)).toEqual([`secret: ${value}`]);
});

test("the three digits of a back, and a date of a card that was told", () => {
  expect(found("the three on the back 557")).toEqual(["security-code: 557"]);
  expect(found("au dos j'ai 239")).toEqual(["security-code: 239"]);
  expect(found("au verso y a 715 c'est ça le crypto ?")).toEqual(["security-code: 715"]);
  expect(found("4000056655665556, la date c'est 01/30").at(-1)).toBe("expiry: 01/30");
  expect(found("Meine Karte läuft 01/2030 ab")).toEqual(["expiry: 01/2030"]);
  expect(found("carte se terminant le 08/29")).toEqual(["expiry: 08/29"]);
  expect(redacted("carte se terminant par 4821")).toBe("carte se terminant par 4821");
  expect(found("elle périme en janvier 2029")).toEqual(["expiry: janvier 2029"]);
  expect(found("o cartão expira 03/28")).toEqual(["expiry: 03/28"]);
});

test("a bank's own number stands however it is written", () => {
  const policy = { allow: ["01 44 55 00 66"] };
  const text = "I rang +33 (0)1 44 55 00 66 and 0144550066";
  expect(redacted(text, { policy })).toBe(text);
});

test("an address spelt in curly brackets, with a plus", () => {
  expect(found("mail anne-petit+banque {at} orange.fr svp")).toEqual(["email: anne-petit+banque {at} orange.fr"]);
  expect(found("mail anne-petit+banque at gmx dot de")).toEqual(["email: anne-petit+banque at gmx dot de"]);
});

test("a date of birth and a name by their short forms", () => {
  expect(found("data de nasc. 11/11/1979")).toEqual(["birth-date: 11/11/1979"]);
  expect(found("signed, Olivia O'Brien")).toEqual(["name: Olivia O'Brien"]);
});
