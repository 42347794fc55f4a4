import type { ReportView } from "./report-schema.ts";

type Figures = ReportView["total"];
type Column = { readonly fr: string; readonly en: string; readonly of: (figures: Figures) => number | null };

const minutes = (seconds: number | null): number | null => (seconds === null ? null : Math.round(seconds / 6) / 10);

const columns: readonly Column[] = [
  { fr: "Conversations ouvertes", en: "Conversations opened", of: (each) => each.opened },
  { fr: "Messages reçus", en: "Messages received", of: (each) => each.received },
  { fr: "Réponses des conseillers", en: "Answers by agents", of: (each) => each.sent.byPeople },
  { fr: "Réponses automatiques", en: "Automatic answers", of: (each) => each.sent.automatic },
  { fr: "Première réponse tenue", en: "First response kept", of: (each) => each.promises["first-response"].kept },
  { fr: "Première réponse manquée", en: "First response broken", of: (each) => each.promises["first-response"].broken },
  { fr: "Réponse suivante tenue", en: "Next response kept", of: (each) => each.promises["next-response"].kept },
  { fr: "Réponse suivante manquée", en: "Next response broken", of: (each) => each.promises["next-response"].broken },
  { fr: "Résolution tenue", en: "Resolution kept", of: (each) => each.promises.resolution.kept },
  { fr: "Résolution manquée", en: "Resolution broken", of: (each) => each.promises.resolution.broken },
  {
    fr: "Première réponse, médiane ouvrée (min)",
    en: "First response, median in opening hours (min)",
    of: (each) => minutes(each.firstResponse.business.p50Seconds),
  },
  {
    fr: "Première réponse, 90 % ouvrée (min)",
    en: "First response, 90 % in opening hours (min)",
    of: (each) => minutes(each.firstResponse.business.p90Seconds),
  },
  {
    fr: "Première réponse, médiane vécue (min)",
    en: "First response, median as waited (min)",
    of: (each) => minutes(each.firstResponse.customer.p50Seconds),
  },
  {
    fr: "Première réponse, 90 % vécue (min)",
    en: "First response, 90 % as waited (min)",
    of: (each) => minutes(each.firstResponse.customer.p90Seconds),
  },
  {
    fr: "Résolution, médiane ouvrée (min)",
    en: "Resolution, median in opening hours (min)",
    of: (each) => minutes(each.resolution.business.p50Seconds),
  },
  {
    fr: "Résolution, médiane vécue (min)",
    en: "Resolution, median as waited (min)",
    of: (each) => minutes(each.resolution.customer.p50Seconds),
  },
  { fr: "Fermées : répondues", en: "Closed: answered", of: (each) => each.closed.answered },
  { fr: "Fermées : sans réponse", en: "Closed: no answer needed", of: (each) => each.closed["no-answer-needed"] },
  { fr: "Fermées : réorientées", en: "Closed: redirected", of: (each) => each.closed.redirected },
  { fr: "Rouvertes", en: "Reopened", of: (each) => each.reopened },
  { fr: "Notes de satisfaction", en: "Satisfaction answers", of: (each) => each.ratings.count },
  {
    fr: "Satisfaction moyenne (1 à 5)",
    en: "Satisfaction, mean (1 to 5)",
    of: ({ ratings: { count, sum } }) => (count === 0 ? null : Math.round((sum / count) * 100) / 100),
  },
  { fr: "Canal sécurisé proposé", en: "Secure channel offered", of: (each) => each.handoff.offered },
  { fr: "Canal sécurisé atteint", en: "Secure channel reached", of: (each) => each.handoff["signed-in"] },
  {
    fr: "Canal sécurisé abandonné sans ouvrir",
    en: "Secure channel given up unopened",
    of: ({ handoff: { stoppedAfter } }) => stoppedAfter.offered + stoppedAfter.delivered,
  },
  {
    fr: "Canal sécurisé abandonné après ouverture",
    en: "Secure channel given up after opening",
    of: (each) => each.handoff.stoppedAfter.opened,
  },
  {
    fr: "Canal sécurisé, délai médian (min)",
    en: "Secure channel, median time to arrive (min)",
    of: (each) => minutes(each.handoff.arrival.p50Seconds),
  },
  { fr: "Temps de travail (min)", en: "Work (min)", of: (each) => minutes(each.workSeconds) },
  { fr: "Coût (centimes)", en: "Cost (hundredths)", of: (each) => each.costCents },
  { fr: "Publications repérées par l’écoute", en: "Posts found by listening", of: (each) => each.heard },
];

/**
 * A group a line and the total last, as spreadsheets read it: UTF-8 with its mark, CRLF (RFC 4180, 2). Where the comma parts
 * decimals, as in French, the semicolon parts cells: that is what a spreadsheet of that language opens as a table.
 */
export const reportCsv = ({ groups, total }: ReportView, language: "fr" | "en"): string => {
  const { cells, decimals } = marks[language];
  const valuesOf = (figures: Figures): readonly string[] =>
    columns.map(({ of }) => String(of(figures) ?? "").replace(".", decimals));
  const head = [language === "fr" ? "Groupe" : "Group", ...columns.map((column) => column[language])].map(field);
  const lines = groups.map(({ figures, key, name }) => [field(name ?? key), ...valuesOf(figures)]);
  const rows = [head, ...lines, ["Total", ...valuesOf(total)]].map((row) => row.join(cells));
  return `\uFEFF${rows.join("\r\n")}\r\n`;
};

const marks = { fr: { cells: ";", decimals: "," }, en: { cells: ",", decimals: "." } } as const;

/**
 * A name that a spreadsheet would take for a formula is shown as the text it is, and one with either mark is held together
 * (OWASP, "CSV Injection").
 */
const field = (text: string): string => {
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
