/** Approved words for a customer whom an impostor has answered; `own` is the account that is the bank's. */
export const warningOf = (own: string): { readonly fr: string; readonly en: string } => ({
  fr: `Bonjour, un compte qui imite le nôtre vous a répondu. Ne lui donnez aucune information et n’ouvrez pas ses liens. Notre seul compte ici est ${own}. Nous ne vous demanderons jamais vos codes.`,
  en: `Hello, an account that imitates ours has answered you. Give it no information and open none of its links. Our only account here is ${own}. We will never ask you for your codes.`,
});
