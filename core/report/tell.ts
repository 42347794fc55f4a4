import * as Conversation from "#core/conversation";
import * as Sla from "#core/sla";
import type { Fact } from "./fact.ts";
import { handOff } from "./handoff.ts";
import { answered, turn } from "./promise.ts";
import { type Bare, type Entry, type Moment, type Of, quiet, type Step, secondsBetween } from "./step.ts";
import type { Story } from "./story.ts";

export type Told = { readonly story: Story; readonly facts: readonly Fact[] };

/**
 * What one entry of a conversation's log adds to the reports. A function of the log and of the policies that the
 * entity keeps, so that telling a log again tells the same facts.
 * @param policies every promise the entity makes or made
 */
export const tell = (before: Story | undefined, entry: Entry, policies: readonly Sla.Policy[]): Told | undefined => {
  let story = before;
  const facts: Bare[] = [];
  for (const event of entry.events) {
    if (event.type === "opened") {
      story = begin(event);
      if (!isOfListening(entry)) facts.push({ what: "opened", at: event.occurredAt });
    } else if (story !== undefined) {
      const step = tellEvent(story, event, { entry, at: momentOf(entry), calendar: calendarOf(story, policies) });
      story = step.story;
      facts.push(...step.facts);
    }
  }
  if (story === undefined) return undefined;
  // What a message is about is known once the whole entry is read.
  const { channel, teamId, topic } = story;
  return { story, facts: facts.map((fact): Fact => ({ ...fact, channel, teamId, topic })) };
};

const isOfListening = ({ events }: Entry): boolean => events.some(({ type }) => type === "heard");

const begin = ({ channel, occurredAt, policy, teamId }: Of<"opened">): Story => ({
  teamId,
  channel,
  topic: "other",
  policy,
  beganAt: occurredAt,
  writers: {},
});

const tellEvent = (story: Story, event: Conversation.ConversationEvent, moment: Moment): Step => {
  if (story.isHeard === true) return tellHeard(story, event, moment);
  switch (event.type) {
    case "heard":
      return quiet({ ...story, isHeard: true });
    case "received":
      return { story: hear(story, event.occurredAt), facts: [{ what: "received", at: event.occurredAt }] };
    case "labelled":
      return quiet({ ...story, topic: Conversation.topicAfter(story.topic, event.labels.topic) });
    case "policy-changed":
      return quiet({ ...story, policy: event.policy });
    case "moved":
      return quiet({ ...story, teamId: event.teamId });
    case "assigned":
      return quiet({ ...story, assigneeId: event.agentId, workSince: moment.entry.at });
    case "unassigned":
      return leave(story, event, moment);
    case "replied":
      return write(story, event, moment);
    case "auto-replied":
      return quiet({ ...story, writers: { ...story.writers, [event.messageId]: null } });
    case "sent":
      return send(story, event, moment);
    case "failed":
    case "recalled":
      return quiet(withoutWriter(story, event.messageId));
    case "echoed":
      return { story, facts: event.byApplication === true ? [] : [{ what: "sent", at: event.occurredAt }] };
    case "closed":
      return close(story, event, moment);
    case "rated":
      return { story, facts: [{ what: "rated", at: moment.at, score: event.score }] };
    case "reopened":
      return { story: { ...story, beganAt: moment.at }, facts: [{ what: "reopened", at: moment.at }] };
    case "handoff-offered":
    case "handoff-delivered":
    case "handoff-opened":
    case "handoff-signed-in":
    case "handoff-case-created":
    case "handoff-answered":
    case "handoff-completed":
    case "handoff-expired":
    case "handoff-refused":
    case "handoff-revoked":
      return handOff(story, event, moment);
    case "clock-started":
    case "clock-paused":
    case "clock-resumed":
    case "clock-stopped":
    case "marked":
      return turn(story, event, moment);
    default:
      return quiet(story);
  }
};

/** What listening found is a conversation from the moment its author speaks to us, or one of us takes it up. */
const tellHeard = (story: Story, event: Conversation.ConversationEvent, moment: Moment): Step => {
  const isBegun = event.type === "addressed" || event.type === "assigned" || event.type === "echoed";
  if (isBegun) {
    const { at } = moment;
    const { isHeard: _, ...begun } = story;
    const step = tellEvent({ ...begun, beganAt: at }, event, moment);
    return { story: step.story, facts: [{ what: "opened", at }, ...step.facts] };
  }
  switch (event.type) {
    case "received":
      return { story: hear(story, event.occurredAt), facts: [{ what: "heard", at: event.occurredAt }] };
    case "closed":
    case "reopened":
      return quiet(story);
    default: {
      const { isHeard, ...rest } = story;
      const step = tellEvent(rest, event, moment);
      return { ...step, story: { ...step.story, isHeard: true } };
    }
  }
};

const hear = (story: Story, at: Sla.Instant): Story => ({
  ...story,
  lastInboundAt: story.lastInboundAt !== undefined && story.lastInboundAt > at ? story.lastInboundAt : at,
  ...(story.assigneeId === undefined ? {} : { workSince: at }),
});

/** Closing without an answer was work too: it was read. */
const leave = (story: Story, { agentId, reason }: Of<"unassigned">, { entry }: Moment): Step => {
  const { assigneeId: _, workSince, ...free } = story;
  const isOwn = reason === "closed" && entry.actor.kind === "agent" && entry.actor.id === agentId;
  return { story: free, facts: isOwn ? work(workSince, agentId, entry.at) : [] };
};

const write = (story: Story, { agentId, messageId }: Of<"replied">, { entry }: Moment): Step => {
  const isOwn = story.assigneeId === agentId;
  return {
    story: {
      ...story,
      writers: { ...story.writers, [messageId]: agentId },
      ...(isOwn ? { workSince: entry.at } : {}),
    },
    facts: isOwn ? work(story.workSince, agentId, entry.at) : [],
  };
};

const work = (since: Sla.Instant | undefined, agentId: string, at: Sla.Instant): readonly Bare[] =>
  since === undefined || at <= since ? [] : [{ what: "worked", at, agentId, seconds: secondsBetween(since, at) }];

const send = (story: Story, { messageId }: Of<"sent">, moment: Moment): Step => {
  const { at } = moment;
  const writer = story.writers[messageId];
  if (writer === null) {
    return { story: withoutWriter(story, messageId), facts: [{ what: "sent", at, isAutomatic: true }] };
  }
  const { answering, lastSenderId: _, ...rest } = withoutWriter(story, messageId);
  const agent = writer === undefined ? {} : { agentId: writer };
  return {
    story: { ...rest, ...(writer === undefined ? {} : { lastSenderId: writer }) },
    facts: [
      { what: "sent", at, ...agent },
      ...(answering === undefined ? [] : answered(answering, at > answering.dueAt, { ...moment, agent })),
    ],
  };
};

const withoutWriter = (story: Story, messageId: string): Story => {
  const { [messageId]: _, ...writers } = story.writers;
  return { ...story, writers };
};

const close = (story: Story, { outcome }: Of<"closed">, { entry }: Moment): Step => {
  const { resolution } = story;
  const agent = entry.actor.kind === "agent" ? { agentId: entry.actor.id } : {};
  const closed = { what: "closed", at: entry.at, outcome, ...agent } as const;
  if (resolution === undefined) return { story, facts: [closed] };
  const { isTold, usedSeconds: businessSeconds } = resolution;
  const customerSeconds = secondsBetween(story.beganAt, entry.at);
  return {
    story: { ...story, resolution: { ...resolution, isTold: true } },
    facts: [
      closed,
      { what: "resolved", at: entry.at, businessSeconds, customerSeconds, ...agent },
      ...(isTold === true
        ? []
        : [{ what: "promise", at: entry.at, target: "resolution", isKept: true, ...agent } as const]),
    ],
  };
};

/** Things happen at the platform's time where it gives one, else when they were committed. */
const momentOf = ({ at, events }: Entry): Sla.Instant =>
  events.find((event) => event.type === "echoed" || event.type === "received")?.occurredAt ?? at;

const calendarOf = ({ policy }: Story, policies: readonly Sla.Policy[]): Sla.Calendar =>
  (policies.find((each) => each.id === policy.id && each.version === policy.version) ?? policies.at(-1))?.calendar ??
  Sla.alwaysOpen;
