/** "Camille Moreau" → "CM"; whole letters, also outside the basic plane. */
export const initialsOf = (name: string): string => {
  const parts = name.trim().split(/\s+/u);
  const letters = parts.length > 1 ? [parts[0], parts.at(-1)] : [parts[0]];
  return letters
    .map((part) => [...(part ?? "")][0] ?? "")
    .join("")
    .toLocaleUpperCase();
};
