import type { Vocabulary } from "./vocabulary.ts";

export const es: Vocabulary = {
  secrets: [
    "pin|contrasena|contrasenas|clave|claves|cvv|cvc|otp",
    "numero|numeros de su|la|tu|tarjeta tarjeta|credito",
    "numero|numeros de tarjeta",
    "codigo|codigos pin|secreto|sms|recibido",
    "codigo|codigos de seguridad|verificacion|confirmacion|acceso",
    "su|el codigo que",
    "fecha de caducidad",
  ],
  harmless: ["postal"],
  harmlessBefore: [],
  commands: [
    "envienos|envieme|facilitenos|diganos|digame|indiquenos|denos|comuniquenos|mandenos|proporcionenos|confirmenos|escribanos|envianos|danos|dinos|responda|envie|indique|facilite|mande",
  ],
  headCommands: ["envia|manda|da|di|pasa|dime|dame|enviame|mandame|pasame|escribe"],
  infinitives: [
    "enviarnos|facilitarnos|decirnos|indicarnos|darnos|comunicarnos|mandarnos|proporcionarnos|confirmarnos|enviar|facilitar|indicar|dar",
  ],
  requests: ["puede|podria|debe|necesitamos que|por favor"],
  questions: ["cual|cuales es|son", "necesitamos"],
  please: ["por favor", "gracias"],
  between: [
    "su|sus|tu|el|la|los|las|de|del|y|por|favor|con|en|un|mensaje|privado|nombre|numero|tarjeta|completo|secreto|tambien|sms|que|recibido|apellido",
  ],
  typings: ["escriba|introduzca|ponga"],
  here: ["aqui"],
  elsewhere: ["en la|nuestra|su aplicacion|app|web|oficina", "en el cajero"],
  towardsUs: ["nos|aqui"],
  subjects: ["usted|ustedes|quien|estafadores|nadie"],
  possessives: ["su|sus|tu"],
  holdings: ["cuenta|cuentas|tarjeta|tarjetas|saldo|prestamo|hipoteca|transferencia|recibo|nomina|credito|solicitud"],
  standings: [
    "esta|estan|estaba|fue|ha|han bloqueada|bloqueadas|bloqueado|rechazada|rechazado|denegado|denegada|cancelada|embargada|cerrada|congelada|impagado",
    "esta|estan en|al descubierto|rojo|mora",
    "ha|han sido bloqueada|bloqueado|rechazada|rechazado|denegado|denegada|embargada|cancelada",
  ],
  amounts: ["saldo", "usted debe"],
  facts: ["esta usted en descubierto|mora|asnef"],
};
