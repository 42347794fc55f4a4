import * as Audit from "#core/audit";
import * as Figures from "#core/board";
import * as Conversation from "#core/conversation";
import * as Entity from "#core/entity";
import { describe } from "#core/fault";
import * as Redaction from "#core/redaction";
import type * as Store from "#core/store";
import * as Board from "#functions/board";
import type { Runtime } from "#functions/runtime";
import { entityId } from "../sign-in/token.ts";

/** Tells the past beside everything else. The returned function ends it after the conversation in hand. */
export const startPast = (runtime: Runtime): (() => Promise<void>) => {
  const stopping = new AbortController();
  const telling = tellPast(runtime, entityId, stopping.signal).catch((error: unknown) => {
    runtime.log.warn("demo.past-failed", { error: describe(error) });
  });
  return async () => {
    stopping.abort();
    await telling;
  };
};

/**
 * What the bank did before today: conversations that began, were answered, some of them late, and were closed, each with
 * a log of its own. Figures of the past come from these logs and from nothing else. A bank that has them is left alone.
 */
const tellPast = async (runtime: Runtime, entityId: string, signal: AbortSignal): Promise<void> => {
  const entity = await runtime.store.readEntity(entityId);
  if (entity === undefined) return;
  const now = Date.parse(runtime.now());
  const visits = visitsBefore(now);
  const hours = new Set<number>();
  for (const visit of visits) {
    if (signal.aborted) return;
    const key = { entityId, conversationId: `c_past_${visit.index}` };
    if ((await runtime.store.readHead(key)) !== undefined) return;
    await live(runtime, key, { entity, visit });
    await Board.project(runtime, key, 1);
    await runtime.queues.send("changes", [{ body: { ...key, version: 1 } }]);
    for (const at of [visit.askedAt + 2 * hourMilliseconds, visit.askedAt + visit.waitMilliseconds]) {
      hours.add(at - (at % hourMilliseconds));
    }
  }
  for (const hour of hours) {
    const from = iso(hour);
    const outcomes = await runtime.store.listOutcomes(entityId, { from, to: iso(hour + hourMilliseconds) });
    if (outcomes.length > 0) await runtime.store.putHour(entityId, Figures.hourOf(from, outcomes));
  }
};

const hourMilliseconds = 3_600_000;
const minuteMilliseconds = 60_000;
const days = 13;

type Visit = {
  readonly index: number;
  readonly askedAt: number;
  readonly waitMilliseconds: number;
  readonly agentId: "camille" | "yanis";
  readonly said: (typeof questions)[number];
};

/** The bank's day has its rush in the morning and after lunch, in hours of its wall clock in winter (UTC+1). */
const rush = [8, 9, 9, 10, 10, 11, 13, 14, 14, 16, 17, 19, 21] as const;
const lateEvery = 8;

/** The same past for everybody who starts at the same hour; none of it is nearer than four hours. */
const visitsBefore = (now: number): readonly Visit[] => {
  const today = now - (now % (24 * hourMilliseconds));
  const visits: Visit[] = [];
  for (let day = days; day >= 0; day -= 1) {
    const weekday = new Date(today - day * 24 * hourMilliseconds).getUTCDay();
    const hours = weekday === 0 || weekday === 6 ? rush.filter((_, index) => index % 3 === 0) : rush;
    // Further back a sample is enough: the last two days are whole.
    for (const [place, hour] of hours.filter((_, index) => day < 2 || index % 3 === day % 3).entries()) {
      const index = visits.length;
      const minute = (index * 37 + place * 11) % 60;
      const askedAt = today - day * 24 * hourMilliseconds + (hour - 1) * hourMilliseconds + minute * minuteMilliseconds;
      if (askedAt > now - 4 * hourMilliseconds) continue;
      const isLate = index % lateEvery === lateEvery - 1;
      const waitMinutes = isLate ? 128 + ((index * 13) % 70) : 6 + ((index * 29) % 84);
      visits.push({
        index,
        askedAt,
        waitMilliseconds: waitMinutes * minuteMilliseconds,
        agentId: index % 2 === 0 ? "camille" : "yanis",
        said: questions[index % questions.length] ?? questions[0],
      });
    }
  }
  return visits;
};

type Life = { readonly entity: Entity.Entity; readonly visit: Visit };

/** One conversation from its first word to its end, every step committed at its own time. */
const live = async (runtime: Runtime, key: Store.ConversationKey, { entity, visit }: Life): Promise<void> => {
  const { agentId, askedAt, index, said, waitMilliseconds } = visit;
  const policies = Entity.policiesFor(entity, { channel: said.channel, topic: said.topic, language: "fr" });
  const [question, answer] = [`m_past_${index}`, `r_past_${index}`];
  const repliedAt = askedAt + waitMilliseconds;
  const digests = {
    question: await keep(runtime, key, { id: question, text: said.text, at: askedAt }),
    answer: await keep(runtime, key, { id: answer, text: said.answer, at: repliedAt, agentId, inReplyTo: question }),
  };
  const dueAt = askedAt + 2 * hourMilliseconds;
  const steps: readonly (readonly [Conversation.Command, number])[] = [
    [receive(key, entity, { said, messageId: question, at: askedAt, digest: digests.question, policies }), askedAt],
    ...(repliedAt > dueAt ? [[{ type: "mark" }, dueAt] as const] : []),
    [{ type: "assign", agentId, by: "router" }, repliedAt - 2 * minuteMilliseconds],
    [{ type: "reply", messageId: answer, agentId, digest: digests.answer }, repliedAt - 2_000],
    [{ type: "attempt", messageId: answer }, repliedAt - 1_000],
    [{ type: "accept", messageId: answer, by: "platform", policies }, repliedAt],
    [{ type: "close", outcome: "answered" }, repliedAt + 15 * minuteMilliseconds],
  ];
  for (const [step, [command, at]] of steps.entries()) {
    await runtime.store.commit(key, {
      commitId: `past:${step}`,
      actor: actorOf(command, agentId),
      at: iso(at),
      decide: (state) => Conversation.decide(state, command, iso(at)),
      label: { name: said.name, preview: said.text, contact: said.contact },
    });
  }
  const { conversationId, entityId } = key;
  await runtime.store.putPeer({ entityId, peerId: said.contact }, { conversationId, openedAt: iso(askedAt) });
  await runtime.store.countBeginning(key.entityId, iso(askedAt), said.topic);
};

const actorOf = (command: Conversation.Command, agentId: string): Audit.Actor => {
  if (command.type === "receive") return { kind: "contact" };
  return command.type === "reply" || command.type === "close"
    ? { kind: "agent", id: agentId }
    : { kind: "system", id: "demo" };
};

type Asking = {
  readonly said: Visit["said"];
  readonly messageId: string;
  readonly at: number;
  readonly digest: string;
  readonly policies: ReturnType<typeof Entity.policiesFor>;
};

const receive = (
  { conversationId, entityId }: Store.ConversationKey,
  { accounts, teams }: Entity.Entity,
  { at, digest, messageId, policies, said }: Asking,
): Conversation.Command => ({
  type: "receive",
  opening: {
    conversationId,
    entityId,
    teamId: teams[0]?.id ?? "",
    channel: said.channel,
    visibility: "private",
    accountId: accounts.find((account) => account.platform === said.platform)?.accountId ?? "",
  },
  messageId,
  occurredAt: iso(at),
  digest,
  found: {},
  expectsAnswer: true,
  labels: {
    topic: said.topic,
    urgency: "normal",
    language: "fr",
    sentiment: "neutral",
    isAbusive: false,
    isNotToFeed: false,
    suggestsComplaint: false,
    rules: {},
  },
  policies,
});

type Said = {
  readonly id: string;
  readonly text: string;
  readonly at: number;
  readonly agentId?: string;
  readonly inReplyTo?: string;
};

/** @returns the digest of the words, for the log */
const keep = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  { agentId, at, id, inReplyTo, text }: Said,
): Promise<string> => {
  const read = Redaction.redact(text);
  const body = await runtime.store.putBody(key, {
    id,
    kind: "message",
    direction: agentId === undefined ? "inbound" : "outbound",
    visibility: "private",
    text: read.text,
    marks: read.marks,
    occurredAt: iso(at),
    author: agentId === undefined ? {} : { agentId },
    attachments: [],
    around: [],
    ...(inReplyTo === undefined ? {} : { inReplyTo }),
    salt: runtime.newId(),
    sawVersion: 0,
  });
  return Audit.digestBody(body.text, body.salt);
};

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();

const questions = [
  {
    platform: "facebook",
    channel: "messenger",
    topic: "payments",
    name: "Odile Marchand",
    contact: "p_past_odile",
    text: "Bonjour, mon virement d’hier n’apparaît pas encore.",
    answer: "Bonjour, il est bien parti : il arrivera demain matin.",
  },
  {
    platform: "x",
    channel: "x.dm",
    topic: "cards",
    name: "Basile Rouvière",
    contact: "p_past_basile",
    text: "Bonjour, comment relever le plafond de ma carte ?",
    answer: "Bonjour, dans l’application : Cartes, puis Plafonds.",
  },
  {
    platform: "facebook",
    channel: "messenger",
    topic: "online-banking",
    name: "Manon Teyssier",
    contact: "p_past_manon",
    text: "Bonsoir, l’application me demande sans cesse de me reconnecter.",
    answer: "Bonsoir, la mise à jour d’hier le corrige : installez-la et dites-nous.",
  },
  {
    platform: "x",
    channel: "x.dm",
    topic: "loans",
    name: "Ugo Delmas",
    contact: "p_past_ugo",
    text: "Bonjour, quels papiers faut-il pour un prêt étudiant ?",
    answer: "Bonjour, une pièce d’identité et un certificat de scolarité suffisent pour commencer.",
  },
  {
    platform: "facebook",
    channel: "messenger",
    topic: "branch",
    name: "Jeanne Kerbrat",
    contact: "p_past_jeanne",
    text: "Bonjour, l’agence de Tours est-elle ouverte samedi ?",
    answer: "Bonjour, oui, de 9 h à 12 h.",
  },
] as const;
