import type { action as en } from "../en/action.ts";

export const action: typeof en = {
  palette: {
    title: "Que voulez-vous faire ?",
    field: "Chercher une action",
    nothing: "Rien de tel n’est possible ici.",
    count: (found: number) => (found === 1 ? "1 action possible" : `${found} actions possibles`),
  },
  group: {
    go: "Aller à",
    list: "Liste",
    conversation: "La conversation",
    write: "Écriture",
    page: "La page",
  },
  key: {
    change: (what: string, keys: string) => `Changer la touche de « ${what} », à présent ${keys}`,
    set: (what: string) => `Donner une touche à « ${what} »`,
    press: "Appuyez sur la nouvelle touche. Retour arrière pour aucune, Échap pour ne rien changer.",
    taken: (what: string) => `Cette touche sert à « ${what} ». Choisissez-en une autre.`,
    reset: "Revenir aux touches d’origine",
    kept: "Vos touches sont gardées avec votre compte.",
    failed: "Vos touches n’ont pas pu être enregistrées.",
    none: "aucune",
  },
};
