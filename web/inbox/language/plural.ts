export type Forms = { one: string; other: string };

/**
 * `countIn("en")(3, { one: "# day", other: "# days" })` → "3 days", by the language's own plural rules and digits.
 * They are made when first used: making them is slow, and the first view may need none.
 */
export const countIn = (language: string): ((quantity: number, forms: Forms) => string) => {
  let tools: { rules: Intl.PluralRules; digits: Intl.NumberFormat } | undefined;
  return (quantity, forms) => {
    tools ??= { rules: new Intl.PluralRules(language), digits: new Intl.NumberFormat(language) };
    const form = tools.rules.select(quantity) === "one" ? forms.one : forms.other;
    return form.replace("#", tools.digits.format(quantity));
  };
};

/** `digitsIn("en")(1440)` → "1,440" */
export const digitsIn = (language: string): ((quantity: number) => string) => {
  let digits: Intl.NumberFormat | undefined;
  return (quantity) => {
    digits ??= new Intl.NumberFormat(language);
    return digits.format(quantity);
  };
};
