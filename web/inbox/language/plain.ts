/** Without accents and capitals: "repondre" finds "Répondre". */
export const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
