import { preferences } from "../data/preferences.ts";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export const theme = (): Theme => THEMES.find((known) => known === preferences.get("theme")) ?? "system";

export const startTheme = (): void => show(theme());

export const setTheme = (chosen: Theme): void => {
  preferences.set("theme", chosen);
  show(chosen);
};

/** The style sheet does the rest: every colour knows its light and its dark value. */
const show = (chosen: Theme): void => {
  document.documentElement.dataset["theme"] = chosen;
};
