export const LANGUAGES = [
  { code: "fr", name: "Français" },
  { code: "en", name: "English" },
];

/** The first wish we speak, "fr-CA" counting as French; English where none is. */
export const chooseLanguage = (wishes: readonly (string | null | undefined)[]): string => {
  for (const wish of wishes) {
    const code = wish?.slice(0, 2).toLowerCase();
    if (LANGUAGES.some((language) => language.code === code)) return code ?? "en";
  }
  return "en";
};
