import type { label as english } from "../en/label.ts";
import { topics } from "./topic.ts";

export const label: typeof english = {
  title: "Libellés, et pourquoi",
  name: {
    topic: "Sujet",
    urgency: "Urgence",
    language: "Langue",
    sentiment: "Ressenti",
    abuse: "Ton",
    audience: "Auteur",
    heard: "Trouvé par",
    place: "Pour",
  },
  topic: topics,
  urgency: { urgent: "Ne peut pas attendre", pressing: "Urgent pour le client" },
  sentiment: { positive: "Satisfait", neutral: "Neutre", negative: "Mécontent" },
  abuse: "Insultant",
  heard: "L’écoute : personne n’y est mentionné",
  byList: "D’après la liste de personnes de la banque",
  rules: { "its letters": "ses lettres" },
  because: (rules: string) => `À cause de : ${rules}`,
};
