import { countIn } from "../plural.ts";

const count = countIn("en");

export const search = {
  title: "Search conversations",
  field: "Words, a name, a handle or an id",
  lead: "Looks into messages and notes, open and closed, from the newest backwards. What was taken out is not found.",
  atHand: "Open conversations",
  among: (what: string) => `Only in this list (${what})`,
  amongThem: "What was said, in the conversations of this list",
  everywhere: "What was said, in all conversations",
  found: (found: number) => count(found, { one: "# found.", other: "# found." }),
  none: "Nothing found so far.",
  nothingElse: "Nothing else found.",
  until: (moment: string) => `Looked back until ${moment}.`,
  over: "Everything was looked through.",
  goOn: "Look further back",
  failed: "The search failed. Try again in a moment.",
};
