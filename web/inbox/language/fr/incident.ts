import type { incident as english } from "../en/incident.ts";
import { countIn } from "../plural.ts";
import { topics } from "./topic.ts";

const count = countIn("fr");

export const incident: typeof english = {
  lead: "Les clients touchés par une même cause sont regroupés, reçoivent les mêmes mots approuvés et sont suivis jusqu’au bout. Chacun garde sa propre échéance.",
  failed: "Les incidents n’ont pas pu être chargés.",
  none: "Aucun incident n’est ouvert.",
  closed: {
    title: "Incidents clos",
    lead: "Ce qui s’est passé, pourquoi, ce qui a été dit aux clients et ce qui a été fait, la fin la plus récente d’abord.",
    back: "Incidents ouverts",
    none: "Aucun incident n’a encore été clos.",
    unknown: "Cet incident n’existe pas.",
    why: "De quoi il s’agissait",
    opened: "Ouvert",
    ended: "Clos",
    at: (moment, by) => `le ${moment} par ${by}`,
    lasted: (duration) => `au bout de ${duration}`,
    somebody: "quelqu’un",
    told: "Ce qui a été dit",
    toldTo: (customers, by) =>
      `${count(customers, { one: "# client prévenu", other: "# clients prévenus" })}, avec des mots approuvés par ${by}`,
    nothingSaid: "Rien à tous",
    done: "Ce qui s’est passé et ce qui a été fait",
  },
  topics,
  everything: "Tous sujets confondus",
  every: "Tous",
  suggested: {
    title: "Plus que d’habitude",
    says: (topic: string, found: number, usual: number) =>
      `${topic} : ${count(found, { one: "# conversation", other: "# conversations" })} en 15 minutes, ${usual} d’ordinaire`,
    open: "Ouvrir un incident",
  },
  form: {
    title: "Ouvrir un incident",
    name: "Ce qui ne va pas",
    topic: "Sujet",
    channel: "Canal",
    since: "Regrouper les conversations depuis",
    minutes: (minutes: number) =>
      minutes < 60 ? `${minutes} minutes` : count(minutes / 60, { one: "une heure", other: "# heures" }),
    submit: "Ouvrir et regrouper",
  },
  facts: {
    open: (conversations: number) =>
      count(conversations, { one: "# conversation ouverte", other: "# conversations ouvertes" }),
    breached: (conversations: number) => `${conversations} en retard`,
    since: (moment: string) => `depuis le ${moment}`,
    show: "Les voir sur le tableau de bord",
  },
  answer: {
    title: "Réponse d’attente",
    fr: "En français",
    en: "En anglais",
    propose: "Proposer",
    by: (name: string) => `Proposée par ${name}`,
    approved: (name: string) => `Approuvée par ${name}`,
    waits: "Attend l’approbation d’une autre personne",
    approve: "Approuver ces mots",
    own: "Vous l’avez écrite : une autre personne l’approuve.",
    send: (customers: number) => count(customers, { one: "Envoyer à # client", other: "Envoyer à # clients" }),
    sendHelp: "Chaque client la reçoit une fois. Elle compte comme première réponse et lance l’échéance suivante.",
    change: "Écrire d’autres mots",
  },
  walk: {
    gather: (done: number, of: number) => `Regroupement : ${done} sur ${of} examinées`,
    answer: (done: number, of: number) => `Envoi : ${done} sur ${of}`,
    gathered: (done: number) => count(done, { one: "# regroupée", other: "# regroupées" }),
    answered: (done: number, skipped: number) =>
      `${count(done, { one: "# réponse partie", other: "# réponses parties" })}${skipped > 0 ? `, ${skipped} impossibles` : ""}`,
  },
  timeline: {
    title: "Ce qui a été fait",
    opened: (by: string) => `${by} a ouvert l’incident`,
    proposed: (by: string) => `${by} a proposé une réponse`,
    approved: (by: string) => `${by} a approuvé la réponse`,
    gathered: (_by: string, found: number) =>
      count(found, { one: "# conversation regroupée", other: "# conversations regroupées" }),
    sent: (by: string, sent: number) =>
      `${by} a envoyé la réponse à ${count(sent, { one: "# client", other: "# clients" })}`,
    withheld: (_by: string, sent: number) =>
      `Envoi arrêté après ${count(sent, { one: "# client", other: "# clients" })} : une règle décidée depuis par la conformité interdit ces mots. Proposez-en d’autres`,
    closed: (by: string) => `${by} a clos l’incident`,
  },
  close: { title: "Clore l’incident", summary: "Ce qui s’est passé et ce qui a été fait", submit: "Clore l’incident" },
  banner: {
    open: (title: string) => `Incident : ${title}`,
    count: (conversations: number) => count(conversations, { one: "# conversation", other: "# conversations" }),
    suggested: (topic: string) => `Plus que d’habitude : ${topic}`,
    go: "Voir",
  },
};
