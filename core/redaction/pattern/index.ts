/**
 * A bank's own pattern, checked before it may run on every message: literal characters, \d \w \s, classes, (a|b), and
 * the quantifiers ?, {n} and {n,m}. Nothing unbounded and nothing repeated that repeats, so the work per character of a
 * text is at most `waysAtMost` times the length of a match. Undefined when it is fine, else why not.
 */
export const patternFault = (pattern: string): string | undefined => {
  const state = { at: 0, text: pattern };
  try {
    const { ways, longest, shortest } = readChoice(state, 0);
    if (state.at < pattern.length) return `unexpected "${pattern[state.at]}" at ${state.at}`;
    if (shortest < 4) return "it may match fewer than four characters";
    if (longest > longestAtMost) return `it may match more than ${longestAtMost} characters`;
    if (ways > waysAtMost) return "it can match in too many ways";
    new RegExp(pattern);
    return undefined;
  } catch (fault) {
    return fault instanceof PatternFault ? fault.message : "it is not a regular expression";
  }
};

const longestAtMost = 64;
const waysAtMost = 256;
const depthAtMost = 3;

class PatternFault extends Error {}

type State = { at: number; readonly text: string };
/** How many ways a part can match, and how many characters. */
type Part = { readonly ways: number; readonly shortest: number; readonly longest: number };

const readChoice = (state: State, depth: number): Part => {
  let all = readSequence(state, depth);
  while (state.text[state.at] === "|") {
    state.at++;
    const next = readSequence(state, depth);
    all = {
      ways: all.ways + next.ways,
      shortest: Math.min(all.shortest, next.shortest),
      longest: Math.max(all.longest, next.longest),
    };
  }
  return all;
};

const readSequence = (state: State, depth: number): Part => {
  let ways = 1;
  let shortest = 0;
  let longest = 0;
  while (state.at < state.text.length && !"|)".includes(state.text[state.at] ?? "")) {
    const part = readAtom(state, depth);
    const [least, most] = readQuantifier(state);
    if (most > 1 && part.ways > 1) throw new PatternFault("a choice may not be repeated");
    ways *= part.ways * (most - least + 1);
    shortest += part.shortest * least;
    longest += part.longest * most;
  }
  return { ways, shortest, longest };
};

const one: Part = { ways: 1, shortest: 1, longest: 1 };

const readAtom = (state: State, depth: number): Part => {
  const rest = state.text.slice(state.at);
  const simple =
    /^(?:\\[dws.\-/\\_|()[\]{}?+*^$]|\[(?!\^)(?:\\[dws\-\]]|[a-zA-Z0-9 ._/#-])+\]|[a-zA-Z0-9 _/#:,;°@%&=-])/.exec(rest);
  if (simple !== null) {
    state.at += simple[0].length;
    return one;
  }
  if (rest[0] !== "(") throw new PatternFault(`"${rest[0] ?? ""}" at ${state.at} is not allowed`);
  if (depth >= depthAtMost) throw new PatternFault("groups are nested too deep");
  state.at += rest.startsWith("(?:") ? 3 : 1;
  const inner = readChoice(state, depth + 1);
  if (state.text[state.at] !== ")") throw new PatternFault("a group is not closed");
  state.at++;
  return inner;
};

const readQuantifier = (state: State): readonly [number, number] => {
  const match = /^(?:\?|\{(\d{1,2})(?:,(\d{1,2}))?\})/.exec(state.text.slice(state.at));
  if (match === null) return [1, 1];
  state.at += match[0].length;
  if (match[0] === "?") return [0, 1];
  const least = Number(match[1]);
  const most = match[2] === undefined ? least : Number(match[2]);
  if (most < least) throw new PatternFault("a quantifier's bounds are reversed");
  return [least, most];
};

/** A fine pattern as it is looked for: without regard to case, between characters that are no letter and no digit. */
export const ownPattern = (pattern: string): RegExp => new RegExp(`(?<![a-z0-9])(?:${pattern})(?![a-z0-9])`, "gi");
