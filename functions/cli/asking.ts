/** How a command is asked, such as `npm run -s redact < in.ndjson`. */
type Usage = string;

/** Says what is wrong with how a command was asked and how it is asked, on standard error; the exit code is 2. */
export const refuse = (wrong: string, usage: Usage): void => {
  process.exitCode = 2;
  console.error(`${wrong}\nUsage: ${usage}`);
};

/** Refuses words after the command that it does not know; whether there were any. */
export const refuseWords = (words: readonly string[], usage: Usage): boolean => {
  if (words.length === 0) return false;
  refuse("It takes no words of its own: what it reads comes on standard input.", usage);
  return true;
};

/** Whoever types the command alone is told what it waits for. */
export const sayWhatIsAwaited = (what: string): void => {
  if (process.stdin.isTTY) console.error(`Waiting for ${what} on standard input; Ctrl-D ends it.`);
};
