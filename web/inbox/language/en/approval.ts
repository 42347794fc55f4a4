import { countIn } from "../plural.ts";

const count = countIn("en");

export const approval = {
  lead: "Replies that wait for a second pair of eyes. The customer's clock goes on.",
  waiting: (waiting: number) => count(waiting, { one: "# reply waits", other: "# replies wait" }),
  overdue: (overdue: number) =>
    count(overdue, { one: "# for more than ten minutes", other: "# for more than ten minutes" }),
  empty: { title: "Nothing waits for you", text: "Replies that need a second pair of eyes appear here by themselves." },
  failed: "The queue could not be loaded.",
  list: "Waiting replies",
  customer: "The customer wrote",
  reply: "The reply",
  changes: "Compared with its template",
  added: "added",
  removed: "removed",
  why: {
    probation: "The agent is new here",
    "public-promise": "A promise or advice in public",
    "locked-text": "Locked words of a template were changed",
    crisis: "A crisis is on, or somebody may be in danger",
  } as Record<string, string>,
  by: (name: string) => `Written by ${name}`,
  own: "You wrote it: somebody else decides.",
  asked: (names: string) => `Asked: ${names}`,
  you: "you",
  second: "Nobody has decided for ten minutes: a second approver is asked.",
  approve: "Approve",
  change: "Change",
  refuse: "Refuse",
  send: "Approve these words",
  told: (name: string) => `It leaves in the name of ${name}, who is told what you changed.`,
  cancel: "Cancel",
  text: "The reply as it will be sent",
  reasonTitle: "Why it is refused",
  reasons: {
    tone: "The tone",
    wrong: "It is not right",
    promise: "It promises too much",
    data: "It says too much",
    other: "Another reason",
  } as Record<string, string>,
  decided: {
    approved: (name: string, _reason: string) => `Approved by ${name}`,
    changed: (name: string, _reason: string) => `Changed and approved by ${name}`,
    refused: (name: string, reason: string) => `${name} did not let it through: ${reason.toLowerCase()}`,
  },
  changed: "What was changed",
  decide: "Look at it",
  open: "Open the conversation",
  next: "Next reply",
  previous: "Previous reply",
};
