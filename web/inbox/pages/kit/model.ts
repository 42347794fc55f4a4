import type { Fact, Kit, Language, Standing, Training } from "../../data/reply/api.ts";

export const spokenOf = (language: string): Language => (language === "fr" ? "fr" : "en");

export const toneOf = (state: Standing["trainings"][number]["state"] | undefined): "good" | "risk" | "breach" => {
  if (state === "valid") return "good";
  return state === "expired" ? "breach" : "risk";
};

export const newFact = (): Fact => ({ id: "", kind: "other", label: { fr: "", en: "" }, value: { fr: "", en: "" } });
export const newTraining = (): Training => ({ id: "", title: { fr: "", en: "" }, validDays: 365 });

/** A charter without words in both languages is none yet. */
export const tidy = ({ charter, ...kit }: Kit): Kit =>
  charter && charter.fr.trim() !== "" && charter.en.trim() !== "" ? { ...kit, charter } : kit;

/** The exercises are recorded as one training at most. */
export const withPractice = (trainings: readonly Training[], at: number, isOn: boolean): Training[] =>
  trainings.map(({ byPractice: _, ...training }, index) =>
    isOn && index === at ? { ...training, byPractice: true } : training,
  );
