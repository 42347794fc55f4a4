const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Words that a customer of a bank writes in one language and hardly in the others: folded, without accents. */
export const tellingWords: Readonly<Record<string, ReadonlySet<string>>> = {
  fr: set(`
    je j vous nous mon ma mes votre vos notre est sont ete suis avez ai une du au aux pour avec dans sur pas plus
    ce cette c ca qui quoi quand comment pourquoi combien et ou mais donc bonjour bonsoir bjr slt salut merci svp stp
    allo oui non nul nulle aide carte cartes compte comptes virement prelevement cheque agence conseiller banque appli rib
    plafond rdv pret frais argent bloque bloquee perdu perdue vole volee marche toujours depuis jamais rien quelqu
    urgent erreur activer code secret probleme`),
  en: set(`
    i my me we you your the is are was were been have has had do does did don didn can could would will not and or
    but with for from this that what when where why how who hello hi hey please pls thanks thank thx yes help card cards account
    bank branch app loan mortgage cheque payment transfer money fee fees limit still waiting never working log login
    blocked lost stolen stole useless urgent anyone someone error again today pin`),
};
