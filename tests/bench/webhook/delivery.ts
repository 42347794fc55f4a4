import { createHmac } from "node:crypto";

const pageId = "900100200301";
const appSecret = "local-meta-app-secret";

/** What customers of a bank write: most without anything to remove, some with a card, an IBAN or a telephone number. */
const texts = [
  "Bonjour, ma carte est bloquée depuis ce matin et je suis à l'étranger, que faire ?",
  "Toujours pas de réponse à mon message d'hier… c'est vraiment pénible.",
  "Hello, I was charged twice for the same payment on Saturday, please have a look.",
  "Carte 4111 1111 1111 1111, refusée au distributeur de la gare hier soir à 18h30.",
  "Merci beaucoup, tout est réglé !",
  "Mon IBAN est FR76 3000 6000 0112 3456 7890 189, le virement de 1 250,00 € n'est pas arrivé.",
  "Vous pouvez me joindre au 06 12 34 56 78 après 17 h.",
  "Comment faire opposition sur un chéquier volé ?",
];

/** A signed Messenger delivery of as many updates as asked, each of a customer of its own. */
export const deliveryOf = (first: number, updates = 1): { readonly body: string; readonly signature: string } => {
  const time = Date.now();
  const messaging = Array.from({ length: updates }, (_, offset) => {
    const number = first + offset;
    return {
      sender: { id: String(770_000_000_000 + number) },
      recipient: { id: pageId },
      timestamp: time,
      message: { mid: `m_bench_${number}`, text: texts[number % texts.length] },
    };
  });
  const body = JSON.stringify({ object: "page", entry: [{ id: pageId, time, messaging }] });
  return { body, signature: `sha256=${createHmac("sha256", appSecret).update(body).digest("hex")}` };
};

export const headersOf = ({ signature }: { readonly signature: string }): Record<string, string> => ({
  "content-type": "application/json",
  "x-hub-signature-256": signature,
});
