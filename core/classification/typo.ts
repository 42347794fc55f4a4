/** One letter added, left out, changed or swapped with its neighbour; the first letter is rarely the wrong one. */
export const isOneLetterAway = (word: string, text: string): boolean => {
  if (word[0] !== text[0] || Math.abs(word.length - text.length) > 1) return false;
  let start = 1;
  while (start < text.length && word[start] === text[start]) start += 1;
  const [left, right] = [word.slice(start), text.slice(start)];
  return (
    left.slice(1) === right.slice(1) ||
    left === right.slice(1) ||
    left.slice(1) === right ||
    (left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2))
  );
};
