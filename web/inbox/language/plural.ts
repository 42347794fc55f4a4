export type Forms = { one: string; other: string };

/** `count(3, { one: "# day", other: "# days" })` → "3 days", by the language's own plural rules and digits. */
export const countIn = (language: string): ((quantity: number, forms: Forms) => string) => {
  const rules = new Intl.PluralRules(language);
  const digits = new Intl.NumberFormat(language);
  return (quantity, forms) => {
    const form = rules.select(quantity) === "one" ? forms.one : forms.other;
    return form.replace("#", digits.format(quantity));
  };
};
