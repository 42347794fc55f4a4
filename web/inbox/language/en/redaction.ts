import { countIn } from "../plural.ts";

const count = countIn("en");

type Progress = { dryRun: boolean; status: "running" | "done"; messages: number; changed: number };

export const redaction = {
  lead: "Type or paste a message to see what the rules do with it. It is neither kept nor logged.",
  text: "Message",
  where: "Where it stands",
  ask: "Explain",
  kept: "What would be kept",
  fired: "Rules that fired",
  missed: "Near misses",
  nothingFired: "No rule fired.",
  nothingMissed: "Nothing came near a rule.",
  kind: "Removed as",
  value: "Passage",
  rule: "Rule",
  why: "Why not",
  whys: {
    "no issuer's range, no cue": "No card issuer has this range, and nothing says it is a card",
    "Luhn fails, no cue": "The check digit is wrong, and nothing says it is a card",
    "mod 97 fails, no cue": "Its check digits are wrong, and nothing says it is an account",
    "a weak check, and other words beside it":
      "It passes an identifier’s check as one number in ten does, and other words stand beside it",
  } as Record<string, string>,
  rules: {
    title: "The bank’s own rules",
    lead: "They hold for what arrives half a minute from now. What was removed before does not come back.",
    failed: "The bank’s rules could not be read.",
    saved: "Saved. It holds for messages that arrive half a minute from now.",
    save: "Save the rules",
    finding: "What is found",
    treatments: "What is kept",
    treatment: { drop: "Removed", "keep-last-4": "Last four kept", keep: "Kept" },
    always: "Always removed",
    patterns: "The bank’s own numbers",
    patternsLead: "Customer, contract or file numbers as this bank writes them: they are removed wherever they stand.",
    patternName: "Short name",
    patternNameHint: "Lower-case letters, digits and dashes, a letter first",
    patternTaken: "Another pattern has this short name.",
    pattern: "Pattern",
    patternHint: "\\d a digit, [A-Z] a letter, {4} or {2,6} how many, ? perhaps, (a|b) either",
    patternWrong:
      "Between 4 and 64 characters, made of letters, digits, \\d \\w \\s, [A-Z], (a|b), ?, {4} and {2,6}; nothing without an end.",
    example: "Try it on",
    exampleHint: "A message with such a number; it goes nowhere.",
    wouldRemove: (found: readonly string[]) => `Would be removed: ${found.join(", ")}`,
    wouldNot: "Nothing of it would be removed by this pattern.",
    addPattern: "Add a pattern",
    removePattern: (name: string) => `Take out ${name}`,
    unnamed: "the new one",
    allow: "What may stand",
    allowLabel: "The bank’s public numbers, accounts and addresses",
    allowExample: "+33 1 99 00 12 34\nhello@bank.example",
    allowHint: "One a line, compared by letters and digits alone.",
    allowWrong: (lines: readonly string[]) => `Between 3 and 200 characters a line: ${lines.slice(0, 3).join(", ")}`,
  },
  evidence: {
    title: "Evidence of fraud",
    lead: "Customers quote the number or the link of whoever tried to deceive them (“SMS from 06…”, “this number called me”). It is removed like any other, unless a team that fights fraud is named here: then it is kept for that team alone, sealed, apart from the message, for seven days. Links open nothing, and each look is in the conversation’s log.",
    teams: "Teams that may see it",
    off: "No team is named: nothing is kept.",
    on: "What arrives from now on is kept for these teams for seven days.",
    save: "Save",
    savedOn: "Saved. It holds for messages that arrive half a minute from now.",
    savedOff: "Saved. Nothing more is kept, and what is left cannot be seen any more.",
  },
  reports: {
    title: "Called no personal data",
    lead: "What agents report of marks that hide nothing. What was removed does not come back; the rule may be changed.",
    none: "Nobody has reported a mark.",
    count: "Reports",
    last: "Last",
  },
  run: {
    title: "Stored messages",
    lead: "Reads every stored message with today’s rules. Try it first: what is taken out never comes back.",
    tryIt: "Try without changing anything",
    begin: (messages: number) =>
      count(messages, { one: "Take it out of # message", other: "Take it out of # messages" }),
    found: "Found",
    count: "Passages",
    progress: ({ changed, dryRun, messages, status }: Progress) =>
      [
        status === "running" ? "Running:" : dryRun ? "Tried:" : "Done:",
        count(messages, { one: "# message read,", other: "# messages read," }),
        count(changed, { one: "# in which something is found.", other: "# in which something is found." }),
      ].join(" "),
  },
};
