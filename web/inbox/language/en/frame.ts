import { countIn } from "../plural.ts";

const count = countIn("en");

export const frame = {
  product: "Guichet",
  loading: "Loading",
  retry: "Try again",
  loadAgain: "Load the page again",
  broken: { title: "This could not be shown", text: "Check your connection, then load the page again." },
  dismiss: "Dismiss",
  field: {
    missing: "Fill in this field.",
    choose: "Choose one of these.",
    tick: "Tick this box.",
    short: (characters: number) => `At least ${count(characters, { one: "# character", other: "# characters" })}.`,
    least: (number: string) => `${number} or more.`,
    most: (number: string) => `${number} or less.`,
    unfit: "This cannot be used as it is written here.",
  },
  skipToContent: "Skip to content",
  account: {
    menu: (name: string) => `Account of ${name}`,
    signOut: "Sign out",
    here: "Available",
    away: "Away",
  },
  role: { agent: "Agent", supervisor: "Supervisor", compliance: "Compliance", admin: "Administrator" },
  noTerm: {
    told: "Nobody has set how long the words of conversations are kept: none is erased by its age.",
    set: "Set the term",
    see: "Show",
  },
  settings: {
    title: "Settings and shortcuts",
    open: "Settings",
    language: "Language",
    theme: "Appearance",
    themes: { system: "As the system", light: "Light", dark: "Dark" },
    initials: "Initials that sign your public answers",
    initialsHint: "Up to four letters: SL is written ^SL. Empty for no signature.",
    notices: "The browser notifies me while I look elsewhere",
    noticesHint:
      "Of what is urgent or nearly late, in this browser, while you are available. Never a name or a word of a customer.",
    noticesRefused: "The browser does not allow it. Its settings for this page decide.",
    save: "Save",
    saved: "Saved",
    saveFailed: "It could not be saved.",
    keys: "Keyboard shortcuts",
  },
  view: {
    label: "Views",
    all: "All open",
    mine: "Assigned to me",
    unassigned: "Unassigned",
    team: "My teams",
    "at-risk": "At risk",
    mentions: "Mentions of me",
    snoozed: "Snoozed",
    review: "To review",
    heard: "Heard elsewhere",
    closed: "Closed",
    dated: "By date",
    own: "My views",
  },
  /** Pages beside the conversations, by the id of their section. */
  section: {
    label: "Other pages",
    wallboard: "Wallboard",
    incident: "Incidents",
    approvals: "Approvals",
    templates: "Templates",
    sorting: "Tags and macros",
    guard: "Outgoing words",
    kit: "Charter and facts",
    practice: "Practice",
    directory: "Directory",
    reports: "Reports",
    channels: "Channels",
    people: "People",
    hours: "Hours and promises",
    redaction: "Redaction rules",
    retention: "Retention and holds",
    log: "Audit log",
  },
  live: {
    offline: "No connection. What you see may be out of date; it comes back by itself.",
  },
  alert: {
    approval: (waiting: number) =>
      count(waiting, { one: "A reply waits for you to approve it", other: "# replies wait for you to approve them" }),
    urgent: (urgent: number) =>
      count(urgent, { one: "An urgent conversation is yours", other: "# urgent conversations are yours" }),
    "nearly-due": (late: number) =>
      count(late, { one: "A conversation of yours is nearly late", other: "# conversations of yours are nearly late" }),
    refused: (replies: number) =>
      count(replies, { one: "A reply of yours was not approved", other: "# replies of yours were not approved" }),
    changed: (replies: number) =>
      count(replies, {
        one: "A reply of yours was changed before leaving",
        other: "# replies of yours were changed before leaving",
      }),
    mention: (notes: number) => count(notes, { one: "A note names you", other: "Notes name you in # conversations" }),
    unassigned: (late: number) =>
      count(late, {
        one: "A conversation nobody has is nearly late",
        other: "# conversations nobody has are nearly late",
      }),
    breach: (late: number) =>
      count(late, {
        one: "A deadline passed in the last minute",
        other: "# deadlines passed in the last minute",
      }),
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
      details: "Show or hide the details",
      palette: "Search for what you want to do",
      help: "Show settings and shortcuts",
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
    overtaken:
      "Somebody else has saved these settings meanwhile. Their changes are here now and yours have stayed: look them over, then save.",
    broken: "Something went wrong on our side. Try again in a moment.",
  },
  number: (least: number, most: number | undefined) =>
    most === undefined
      ? `A number from ${least}.`
      : `A number from ${least} to ${new Intl.NumberFormat("en").format(most)}.`,
  shown: { today: "Today", yesterday: "Yesterday" },
};
