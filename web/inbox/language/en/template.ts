import { countIn, digitsIn } from "../plural.ts";

const count = countIn("en");
const digits = digitsIn("en");

export const template = {
  lead: "What may be said in the bank’s name. Two people stand behind every template: one writes, another approves.",
  search: "Search templates",
  every: "Every state",
  state: { draft: "Draft", "in-review": "In review", approved: "Approved", retired: "Retired" } as Record<
    string,
    string
  >,
  expired: "Expired: not offered any more",
  reviewDue: "Due for review",
  create: "New template",
  empty: { title: "No template here", text: "Write the first one, or choose another state." },
  failed: "The library could not be loaded.",
  back: "Back to the library",
  name: "Name",
  topic: "Topic",
  language: "Language",
  languages: { fr: "French", en: "English" } as Record<string, string>,
  audience: "For",
  audiences: { public: "Everybody", private: "Private messages", verified: "Verified customers" } as Record<
    string,
    string
  >,
  channels: "Channels (none: all)",
  body: "Words",
  notation:
    "[[locked words]] · {slot:what to say} · {contact|there} · {signature} · {deadline|soon} · {link|our secure messages} · {fact.opposition|the number on your card}",
  insert: "Insert",
  parts: { locked: "Locked words", slot: "Free slot", contact: "Customer's name", signature: "Signature" },
  wrong: {
    open: "A bracket is not closed.",
    nested: "Locked words hold no locked words.",
    name: "This variable is not known.",
    "slot-locked": "A free slot cannot stand in locked words.",
  } as Record<string, string>,
  reviewAt: "Review on",
  expiresAt: "Expires on",
  preview: "What the customer will see",
  fits: (used: number, limit: number) => `${digits(used)} of ${digits(limit)}`,
  tooLong: "Too long: not offered here",
  save: "Save as a draft",
  steps: { submit: "Ask for review", approve: "Approve", return: "Send back", retire: "Retire" } as Record<
    string,
    string
  >,
  ownWork: "You wrote it last: somebody else approves it.",
  history: "History",
  historyFailed: "The history could not be loaded.",
  changes: "What was changed",
  words: "The words",
  did: {
    written: "written",
    submitted: "submitted",
    approved: "approved",
    returned: "sent back",
    retired: "retired",
  } as Record<string, string>,
  step: (did: string, by: string, at: string) => `${did} by ${by}, ${at}`,
  version: (version: number) => `Version ${version}`,
  use: "Use",
  used: (used: number, changed: number) => {
    if (used === 0) return "Not used yet";
    const times = count(used, { one: "Used once", other: "Used # times" });
    return changed === 0 ? times : `${times}, reworded ${count(changed, { one: "once", other: "# times" })}`;
  },
  outcomes: { answered: "answered", "no-answer-needed": "no answer needed", redirected: "redirected" } as Record<
    string,
    string
  >,
  starter: "the starter library",
};
