import * as Audit from "#core/audit";
import * as Conversation from "#core/conversation";
import * as Redaction from "#core/redaction";
import * as Sla from "#core/sla";
import type * as Store from "#core/store";
import { obey } from "#functions/runtime";
import type { System } from "#stacks/local";

export const entityId = "lumiere";
const AT_ONCE = 16;
const topics = ["fraud", "cards", "payments", "loans", "other"] as const;

/** As long as an id is in life: a page tells nobody that it shows what could not exist. */
export const idOf = (number: number): string => `c_crowd${String(number).padStart(17, "0")}`;

/** So many open conversations, spread over a day, written as ingest writes them but for the webhook. */
export const gather = async ({ runtime }: System, total: number): Promise<void> => {
  const waiting = Array.from({ length: total }, (_, number) => number);
  const write = async (): Promise<void> => {
    for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
      const at = new Date(Date.now() - number * 8_000).toISOString();
      await runtime.store.putBody({ entityId, conversationId: idOf(number) }, wordsOf(number, at));
      await runtime.store.commit(
        { entityId, conversationId: idOf(number) },
        {
          commitId: `receive:${number}`,
          actor: { kind: "contact" },
          at,
          label: {
            name: `Client ${number}`,
            handle: `client_${number}`,
            preview: textOf(number),
          },
          decide: (state) => Conversation.decide(state, question(number, at), at),
        },
      );
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, write));
};

const textOf = (number: number): Redaction.Redacted => Redaction.redact(`Bonjour, question numéro ${number}`).text;

const wordsOf = (number: number, occurredAt: string): Store.Body => ({
  id: `m_${number}`,
  kind: "message",
  direction: "inbound",
  visibility: visibilityOf(number),
  text: textOf(number),
  marks: [],
  occurredAt,
  author: {},
  attachments: [],
  around: [],
  salt: String(number),
  sawVersion: 0,
});

const visibilityOf = (number: number): "private" | "public" => (number % 4 === 0 ? "private" : "public");

/** Long enough that nothing falls due while the page is looked at: thousands of late answers at once are another bench. */
const unhurried: Sla.Policy = {
  ...Sla.defaultPolicy,
  calendar: Sla.alwaysOpen,
  firstResponseSeconds: 72 * 3600,
  resolutionSeconds: 144 * 3600,
};

const question = (number: number, occurredAt: string): Conversation.Command => ({
  type: "receive",
  opening: {
    conversationId: idOf(number),
    entityId,
    teamId: "social",
    channel: number % 4 === 0 ? "x.dm" : "x.mention",
    visibility: visibilityOf(number),
    accountId: "900100200300",
  },
  messageId: `m_${number}`,
  occurredAt,
  digest: Audit.digestBody(textOf(number), String(number)),
  found: {},
  expectsAnswer: true,
  labels: {
    topic: topics[number % topics.length] ?? "other",
    urgency: "normal",
    language: number % 3 === 0 ? "en" : "fr",
    sentiment: "neutral",
    isAbusive: false,
    isNotToFeed: false,
    suggestsComplaint: false,
    rules: {},
  },
  policies: [unhurried],
});

/** Changes of so many conversations a second, until stopped; how many a second there really were. */
export const stir = ({ runtime }: System, total: number, perSecond: number): (() => Promise<number>) => {
  const startedAt = performance.now();
  let isOn = true;
  let turn = 0;
  const run = async (): Promise<void> => {
    while (isOn) {
      const next = new Promise((resolve) => setTimeout(resolve, 1000 / perSecond));
      turn += 1;
      const priority = turn % 2 === 0 ? ("high" as const) : ("low" as const);
      await obey(
        runtime,
        { entityId, conversationId: idOf((turn * 37) % total) },
        { command: { type: "prioritise", priority }, commitId: `stir:${turn}`, actor: { kind: "system", id: "bench" } },
      );
      await next;
    }
  };
  const running = run();
  return async () => {
    isOn = false;
    await running;
    return (turn * 1000) / (performance.now() - startedAt);
  };
};
