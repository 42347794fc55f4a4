import { countIn } from "../plural.ts";
import { topics } from "./topic.ts";

const count = countIn("en");

export const incident = {
  lead: "Many customers with one cause are gathered, told the same approved words, and followed until it is over. Each keeps their own deadline.",
  failed: "The incidents could not be loaded.",
  none: "No incident is open.",
  closed: {
    title: "Closed incidents",
    lead: "What happened, why, what customers were told and what was done, the newest end first.",
    back: "Open incidents",
    none: "No incident has been closed yet.",
    unknown: "There is no such incident.",
    why: "What it was about",
    opened: "Opened",
    ended: "Closed",
    at: (moment: string, by: string) => `${moment} by ${by}`,
    lasted: (duration: string) => `after ${duration}`,
    somebody: "somebody",
    told: "What was said",
    toldTo: (customers: number, by: string) =>
      `${count(customers, { one: "# customer", other: "# customers" })} told, in words approved by ${by}`,
    nothingSaid: "Nothing to everybody",
    done: "What happened, and what was done",
  },
  topics,
  everything: "Everything together",
  every: "All",
  suggested: {
    title: "More than usual",
    says: (topic: string, found: number, usual: number) =>
      `${topic}: ${count(found, { one: "# conversation", other: "# conversations" })} within 15 minutes, usually ${usual}`,
    open: "Open an incident",
  },
  form: {
    title: "Open an incident",
    name: "What is wrong",
    topic: "Topic",
    channel: "Channel",
    since: "Gather conversations of the last",
    minutes: (minutes: number) =>
      minutes < 60 ? `${minutes} minutes` : count(minutes / 60, { one: "hour", other: "# hours" }),
    submit: "Open and gather",
  },
  facts: {
    open: (conversations: number) =>
      count(conversations, { one: "# open conversation", other: "# open conversations" }),
    breached: (conversations: number) => count(conversations, { one: "# overdue", other: "# overdue" }),
    since: (moment: string) => `since ${moment}`,
    show: "Show them on the wallboard",
  },
  answer: {
    title: "Holding answer",
    fr: "In French",
    en: "In English",
    propose: "Propose",
    by: (name: string) => `Proposed by ${name}`,
    approved: (name: string) => `Approved by ${name}`,
    waits: "Waits for somebody else's approval",
    approve: "Approve these words",
    own: "You wrote it: somebody else approves it.",
    send: (customers: number) => count(customers, { one: "Send to # customer", other: "Send to # customers" }),
    sendHelp: "Each customer gets it once. It counts as the first answer and starts the next deadline.",
    change: "Write other words",
  },
  walk: {
    gather: (done: number, of: number) => `Gathering: ${done} of ${of} looked at`,
    answer: (done: number, of: number) => `Answering: ${done} of ${of}`,
    gathered: (done: number) => count(done, { one: "# gathered", other: "# gathered" }),
    answered: (done: number, skipped: number) =>
      `${count(done, { one: "# answered", other: "# answered" })}${skipped > 0 ? `, ${skipped} cannot be answered` : ""}`,
  },
  timeline: {
    title: "What was done",
    opened: (by: string) => `${by} opened the incident`,
    proposed: (by: string) => `${by} proposed an answer`,
    approved: (by: string) => `${by} approved the answer`,
    gathered: (_by: string, found: number) =>
      count(found, { one: "# conversation gathered", other: "# conversations gathered" }),
    sent: (by: string, sent: number) =>
      `${by} sent the answer to ${count(sent, { one: "# customer", other: "# customers" })}`,
    withheld: (_by: string, sent: number) =>
      `Sending stopped after ${count(sent, { one: "# customer", other: "# customers" })}: what compliance decided since forbids these words. Propose others`,
    closed: (by: string) => `${by} closed the incident`,
  },
  close: { title: "Close the incident", summary: "What happened, and what was done", submit: "Close the incident" },
  banner: {
    open: (title: string) => `Incident: ${title}`,
    count: (conversations: number) => count(conversations, { one: "# conversation", other: "# conversations" }),
    suggested: (topic: string) => `More than usual: ${topic}`,
    go: "See",
  },
};
