import { countIn } from "../plural.ts";

const count = countIn("en");

/** Words of the page of channels. */
export const channels = {
  lead: "How each account stands at its platform. What customers write is taken in, redacted and timed even while an account cannot send.",
  refresh: "Refresh",
  none: "No account yet. An administrator names the first one below.",
  state: { connected: "Connected", reconnect: "To be connected again" },
  since: (when: string) => `since ${when}`,
  lastDelivery: "Last delivery",
  lastCheck: "Last check",
  never: "none yet",
  gaps: "Found late, last 24 hours",
  gapCount: (gaps: number) =>
    count(gaps, { one: "# message no webhook told of", other: "# messages no webhook told of" }),
  access: "Access",
  accessKinds: {
    bearer: "Token",
    "x-oauth1": "OAuth 1.0a keys",
    "x-oauth2": "OAuth 2.0, renewed by itself",
    "instagram-login": "Instagram login, renewed by itself",
  },
  operators: "The operator’s own token, if any",
  until: (when: string) => `until ${when}`,
  budgets: "What may still be sent",
  activity: { dm: "Private messages", post: "Public replies", hide: "Hidings", delete: "Deletions", send: "Messages" },
  left: (left: number, limit: number) => `${left} of ${limit}`,
  window: (seconds: number) =>
    seconds >= 86_400 ? "in 24 hours" : seconds >= 60 ? `in ${seconds / 60} minutes` : "each second",
  reserved: (reserved: number) => count(reserved, { one: "# kept for emergencies", other: "# kept for emergencies" }),
  whole: (time: string) => `whole again: ${time}`,
  waiting: (waiting: number) =>
    count(waiting, {
      one: "# reply waits for its turn and goes out by itself",
      other: "# replies wait for their turn and go out by themselves",
    }),
  blocked: (time: string) => `The platform takes nothing before ${time}`,
  refusals: "Deliveries with a wrong signature, last 24 hours",
  check: "Test the connection",
  checking: "The platform is being asked: the result appears here in a moment.",
  connect: "Connect",
  connectAgain: "Change the access",
  disconnect: "Forget the access",
  forgetting: (name: string) => `Forget how ${name} is connected? Its replies will wait.`,
  kind: "Kind of access",
  secretLead: "What you enter is sealed when it is kept. Nobody can read it again, here or elsewhere.",
  field: {
    token: "Token",
    consumerKey: "API key",
    consumerSecret: "API key secret",
    tokenSecret: "Access token secret",
    clientId: "Client ID",
    clientSecret: "Client secret (empty for a public client)",
    accessToken: "Access token",
    refreshToken: "Refresh token",
    expiresAt: "The access token ends at",
    appToken: "App-only bearer token, to look after the webhook (optional)",
  },
  save: "Connect the account",
  saved: "Connected. What waited goes out now.",
  add: "Name an account",
  platform: "Platform",
  accountId: "The platform’s numeric id",
  accountName: "Name",
  handle: "Handle (optional)",
  team: "Team",
  addAction: "Add the account",
  dead: "What could not be handled",
  deadLead:
    "Messages that failed again and again, by kind and id; their words are not shown. Sent back, each is done once.",
  noDead: "Nothing: everything was handled.",
  replay: "Handle them again",
  replayed: (letters: number) =>
    count(letters, { one: "# message is back in its queue.", other: "# messages are back in their queues." }),
  columns: { queue: "Queue", kind: "Kind", conversation: "Conversation", sent: "Since", attempts: "Attempts" },
  loading: "Loading how the accounts stand…",
};
