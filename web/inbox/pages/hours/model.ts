import type { Approved, Bank, Policy, Team } from "../../data/bank/api.ts";

/** What is promised where no rule says otherwise. */
export const usualOf = ({ slaPolicies }: Bank): Policy | undefined => slaPolicies.at(-1);

export const withUsual = (bank: Bank, part: Partial<Policy>): Bank => ({
  ...bank,
  slaPolicies: bank.slaPolicies.map((policy, at, all) => (at === all.length - 1 ? { ...policy, ...part } : policy)),
});

/** Those that can be named: one that is only begun is no choice yet. */
export const named = (teams: readonly Team[]): Team[] => teams.filter(({ id, name }) => id !== "" && name !== "");

/** Empty words are none; without any of either language, so is the whole. */
export const approved = (words: Approved): Approved | undefined => {
  const said = Object.entries(words).filter(([, text]) => text.trim() !== "");
  return said.length === 0 ? undefined : Object.fromEntries(said);
};

/** As it is sent: words that were emptied are left out. */
export const tidy = (bank: Bank): Bank => {
  const { automaticAnswers, satisfaction, ...rest } = bank;
  const urgent = approved(automaticAnswers?.urgent ?? {});
  const outsideHours = approved(automaticAnswers?.outsideHours ?? {});
  const asked = approved(satisfaction ?? {});
  const answers = { ...(urgent && { urgent }), ...(outsideHours && { outsideHours }) };
  return {
    ...rest,
    ...(Object.keys(answers).length > 0 && { automaticAnswers: answers }),
    ...(asked && { satisfaction: asked }),
  };
};

const MINUTES = 60;

/** "24 h", "1 h 30 min": open time is never told in days. */
export const allowedText = (seconds: number): string => {
  const minutes = Math.round(seconds / MINUTES);
  const [hours, rest] = [Math.floor(minutes / MINUTES), minutes % MINUTES];
  const parts = [hours > 0 ? `${hours}\u00a0h` : "", rest > 0 || hours === 0 ? `${rest}\u00a0min` : ""];
  return parts.filter((part) => part !== "").join(" ");
};
