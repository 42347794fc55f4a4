import { haltRun, resumeRun, startRun } from "./run.ts";
import { type Bare, type Moment, type Of, quiet, type Step, secondsBetween } from "./step.ts";
import type { Run, Story } from "./story.ts";

/** What an entry does to a promise: it begins, waits, goes on, is kept or broken. */
export const turn = (
  story: Story,
  event: Of<"clock-started" | "clock-paused" | "clock-resumed" | "clock-stopped" | "marked">,
  moment: Moment,
): Step => {
  const kind = typeof event.target === "string" ? event.target : event.target.kind;
  const key = kind === "resolution" ? "resolution" : "response";
  const run = story[key];
  if (event.type === "clock-started") return quiet({ ...story, [key]: startRun(run, event.target, event.fired) });
  if (run === undefined) return quiet(story);
  switch (event.type) {
    case "clock-paused":
      return quiet({ ...story, [key]: haltRun(run, event.at, moment.calendar) });
    case "clock-resumed":
      return quiet({ ...story, [key]: resumeRun(run, event.target, moment.at) });
    case "clock-stopped": {
      const { [key]: _, ...rest } = story;
      return stop(rest, run, event, moment);
    }
    case "marked":
      return event.mark === "breached" ? breach(story, key, run, event.dueAt) : quiet(story);
    default:
      return event satisfies never;
  }
};

/** Broken at its deadline, whether it is answered later or never. */
const breach = (story: Story, key: "response" | "resolution", run: Run, at: string): Step => ({
  story: { ...story, [key]: { ...run, isTold: true } },
  facts: run.isTold === true ? [] : [{ what: "promise", at, target: run.kind, isKept: false, ...agentOf(story) }],
});

/** What was closed in time without an answer was no promise to answer: it is neither kept nor broken. */
const stop = (story: Story, run: Run, { late, reason }: Of<"clock-stopped">, moment: Moment): Step => {
  // Told where it goes on.
  if (reason === "joined") return quiet(story);
  const agent = answererOf(story, moment) ?? agentOf(story);
  if (reason === "answered") return { story, facts: answered(run, late, { ...moment, agent }) };
  const isOnItsWay = Object.values(story.writers).some((writer) => writer !== null);
  if (isOnItsWay) return quiet({ ...story, answering: run });
  return { story, facts: late ? outcome(run, false, { ...moment, agent }) : [] };
};

type Answered = Moment & { readonly agent: { readonly agentId?: string } };

/** A promise whose answer the platform has taken. */
export const answered = (run: Run, isLate: boolean, moment: Answered): readonly Bare[] => {
  const { agent, at, calendar } = moment;
  const promise = outcome(run, !isLate, moment);
  if (run.kind === "resolution") return promise;
  const { usedSeconds: businessSeconds } = haltRun(run, at, calendar);
  const customerSeconds = secondsBetween(run.startedAt, at);
  return [...promise, { what: "answered", at, target: run.kind, businessSeconds, customerSeconds, ...agent }];
};

const outcome = (run: Run, isKept: boolean, { agent, at }: Answered): readonly Bare[] =>
  run.isTold === true ? [] : [{ what: "promise", at, target: run.kind, isKept, ...agent }];

/** Whose reply the platform took in this entry; its own event came first and is told. */
const answererOf = (story: Story, { entry }: Moment): { readonly agentId?: string } | undefined => {
  if (entry.events.some((event) => event.type === "echoed")) return {};
  return story.lastSenderId === undefined ? undefined : { agentId: story.lastSenderId };
};

const agentOf = ({ assigneeId }: Story): { readonly agentId?: string } =>
  assigneeId === undefined ? {} : { agentId: assigneeId };
