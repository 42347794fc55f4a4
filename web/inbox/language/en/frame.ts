import { countIn } from "../plural.ts";

const count = countIn("en");

export const frame = {
  product: "Guichet",
  loading: "Loading",
  retry: "Try again",
  dismiss: "Dismiss",
  skipToContent: "Skip to content",
  account: {
    menu: (name: string) => `Account of ${name}`,
    signOut: "Sign out",
    here: "Available",
    away: "Away",
  },
  role: { agent: "Agent", supervisor: "Supervisor", compliance: "Compliance", admin: "Administrator" },
  settings: {
    title: "Settings and shortcuts",
    open: "Settings",
    language: "Language",
    theme: "Appearance",
    themes: { system: "As the system", light: "Light", dark: "Dark" },
    keys: "Keyboard shortcuts",
  },
  view: {
    label: "Views",
    all: "All open",
    mine: "Assigned to me",
    unassigned: "Unassigned",
    closed: "Closed",
  },
  /** Pages beside the conversations, by the id of their section. */
  section: {
    label: "Other pages",
    wallboard: "Wallboard",
    reports: "Reports",
    redaction: "Redaction rules",
  },
  live: {
    offline: "No connection. What you see may be out of date; it comes back by itself.",
  },
  announce: {
    message: (name: string) => `New message from ${name}`,
    messages: (messages: number) => count(messages, { one: "# new message", other: "# new messages" }),
    breach: (name: string) => `Deadline passed: ${name}`,
    breaches: (breaches: number) => count(breaches, { one: "# deadline passed", other: "# deadlines passed" }),
  },
  keys: {
    title: "Keyboard shortcuts",
    on: "Shortcuts are on",
    help: "Single keys work when you are not writing. They can be switched off if they get in the way.",
    list: {
      next: "Next conversation",
      previous: "Previous conversation",
      open: "Open the conversation",
      back: "Back to the list",
      reply: "Write a reply",
      note: "Write a note",
      take: "Take the conversation",
      send: "Send what is written",
      private: "Write to the customer alone",
      sendNext: "Send and open the next one",
      sendClose: "Send and close",
      sendCloseNext: "Send, close and open the next one",
      undo: "Take back the answer just sent",
      release: "Send the held answer anyway",
      palette: "Search for what you want to do",
      help: "Show this help",
    },
  },
  departure: {
    leaving: "Your answer is leaving.",
    undo: "Take back",
    held: "Your answer was held: the customer has written again.",
    "not-closed": "Your answer was sent, and the conversation was not closed.",
    "not-recalled": "Your answer could not be taken back.",
    open: "Look",
  },
  problem: {
    network: "Guichet cannot be reached. Check your connection.",
    expired: "Your session is over.",
    forbidden: "Your role does not allow this.",
    missing: "This is no longer here.",
    refused: "This was refused.",
    broken: "Something went wrong on our side. Try again in a moment.",
  },
  shown: { today: "Today", yesterday: "Yesterday" },
};
