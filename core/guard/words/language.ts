const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Small words that stand in nearly every sentence of one language and in none of the other. Folded. */
export const telling = {
  fr: set(`
    je vous nous votre vos notre nos le la les des du une est sont avez avons etes sommes pas pour avec dans sur par
    ce cette ces qui que quoi et ou mais donc bonjour bonsoir merci cordialement bien tres plus aussi ici afin`),
  en: set(`
    i we you your our the is are was have has had been be not for with in on of to this that these which what and or
    but so hello hi thanks thank sorry please regards can could would will it its at from`),
} as const;
