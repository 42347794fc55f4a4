/** Choices about the page itself; the only thing kept in this browser, and nothing of a customer among it. */
type Name = "language" | "theme" | "alerts";

export const preferences = {
  get: (name: Name): string | null => localStorage.getItem(`guichet.${name}`),
  set: (name: Name, value: string): void => localStorage.setItem(`guichet.${name}`, value),
};
