import { expect, test } from "vitest";
import { found, redacted } from "../cast.ts";

test.each([
  ["cvv 123", "123"],
  ["CVC: 0 4 5 merci", "0 4 5"],
  ["le cryptogramme au dos c'est 874", "874"],
  ["les 3 chiffres au dos de la carte : 662", "662"],
  ["code de sécurité 662 au verso", "662"],
  ["my security code is 4821", "4821"],
  ["Prüfziffer 771", "771"],
  ["el código de seguridad es 305", "305"],
  ["il codice di sicurezza è 771", "771"],
  ["123 is my cvv", "123"],
  ["le crypto c'est 737", "737"],
  ["CV2 737", "737"],
])("security code: %s", (text, value) => {
  expect(found(text)).toEqual([`security-code: ${value}`]);
});

test.each([
  ["mon code secret est 4821", "4821"],
  ["code pin 1 9 8 4 ça marche pas", "1 9 8 4"],
  ["the OTP I got was 771204", "771204"],
  ["le code reçu par SMS est 482913", "482913"],
  ["mi clave es 4821", "4821"],
  ["Geheimzahl 9031", "9031"],
  ["mot de passe: Azerty!2024", "Azerty!2024"],
  ['her password is "blue horse"', "blue horse"],
  ["mdp=Soleil75", "Soleil75"],
])("secret: %s", (text, value) => {
  expect(found(text)).toEqual([`secret: ${value}`]);
});

test.each([
  ["exp 09/2028", "09/2028"],
  ["valable jusqu'au 03-29", "03-29"],
  ["expires 04/28", "04/28"],
  ["expire fin novembre 2027", "novembre 2027"],
  ["gültig bis 11/27", "11/27"],
])("expiry: %s", (text, value) => {
  expect(found(text)).toEqual([`expiry: ${value}`]);
});

test("a code and a password are called by their names", () => {
  expect(redacted("pin 4821, mot de passe : Azerty12")).toBe("pin [code secret], mot de passe : [mot de passe]");
  expect(redacted("pin 4821, password: Azerty12", { language: "en" })).toBe("pin [secret code], password: [password]");
});

test.each([
  "How can I request a new credit card pin ?",
  "mon code PIN est bloqué depuis 2021",
  "I forgot my password, how do I reset it?",
  "offre valable du 01/09/2023 au 31/12/2023",
  "votre code promo 2024 ne marche pas",
  "erreur 4032 quand je change mon mot de passe",
  "j'ai entré mon code 3 fois en 10 minutes",
])("%s stays", (text) => {
  expect(redacted(text)).toBe(text);
});
