import type * as Channel from "#core/channel";
import { Fault } from "#core/fault";
import type * as Sla from "#core/sla";
import type { Content } from "./content.ts";
import { authorOf, type Version as Shape, type State, type Step } from "./shape/index.ts";

export type Version = Shape<Channel.Channel>;

/**
 * A template: what is approved, and what is being worked on beside it. Earlier versions are kept apart. `ended` is the
 * last one of a template that is no longer used.
 */
export type Template = {
  readonly id: string;
  readonly approved?: Version;
  readonly working?: Version;
  readonly ended?: Version;
};

export type Change =
  | { readonly type: "write"; readonly content: Content }
  | { readonly type: "submit" | "approve" | "return" | "retire" };

export type Who = { readonly by: string; readonly at: Sla.Instant };

/** `past`: a version that is over, to be kept with the earlier ones. */
export type Changed = { readonly template: Template; readonly version: Version; readonly past?: Version };

/** As many steps as a version remembers, and among them always who wrote it last: that one does not approve it. */
const stepsKept = 40;

/**
 * A template after a change, by the one way there is: draft, in review, approved by somebody else, retired.
 * @throws template.wrong-state, template.own-work
 */
export const change = (template: Template, what: Change, who: Who): Changed => {
  switch (what.type) {
    case "write":
      return write(template, what.content, who);
    case "submit":
      return move(template, "draft", { state: "in-review", step: { did: "submitted", ...who } });
    case "return":
      return move(template, "in-review", { state: "draft", step: { did: "returned", ...who } });
    case "approve":
      return approve(template, who);
    case "retire":
      return retire(template, who);
    default:
      return what satisfies never;
  }
};

/** A template of the starter library as a bank first meets it: written by nobody of its people, to be approved by one. */
export const begin = (id: string, content: Content, who: Who): Template =>
  change(write({ id }, content, who).template, { type: "submit" }, who).template;

export const isUsable = (version: Version | undefined, now: Sla.Instant): version is Version =>
  version?.state === "approved" && (version.content.expiresAt === undefined || version.content.expiresAt > now);

export const isReviewDue = ({ content }: Version, now: Sla.Instant): boolean =>
  content.reviewAt !== undefined && content.reviewAt <= now;

const write = (template: Template, content: Content, who: Who): Changed => {
  const before = template.working;
  const number = before?.number ?? lastNumber(template) + 1;
  const steps = after(before?.steps ?? [], { did: "written", ...who });
  const working: Version = { number, state: "draft", content, steps };
  const { ended, ...rest } = template;
  return { template: { ...rest, working }, version: working, ...(ended === undefined ? {} : { past: ended }) };
};

const after = (steps: readonly Step[], step: Step): readonly Step[] => {
  const all = [...steps, step];
  const newest = all.slice(-stepsKept);
  if (newest.some(isWritten)) return newest;
  return [...all.filter(isWritten).slice(-1), ...newest.slice(1)];
};

const isWritten = ({ did }: Step): boolean => did === "written";

const lastNumber = ({ approved, ended, working }: Template): number =>
  Math.max(0, ...[approved, ended, working].map((version) => version?.number ?? 0));

const move = (
  template: Template,
  from: State,
  { state, step }: { readonly state: State; readonly step: Step },
): Changed => {
  const { working } = template;
  if (working?.state !== from) throw new Fault("template.wrong-state");
  const version: Version = { ...working, state, steps: after(working.steps, step) };
  return { template: { ...template, working: version }, version };
};

/** Two people, always. */
const approve = (template: Template, who: Who): Changed => {
  const { approved: before, id } = template;
  const { version } = move(template, "in-review", { state: "approved", step: { did: "approved", ...who } });
  if (authorOf(version) === who.by) throw new Fault("template.own-work");
  const past = before === undefined ? {} : { past: end(before, who) };
  return { template: { id, approved: version }, version, ...past };
};

const retire = (template: Template, who: Who): Changed => {
  const current = template.approved ?? template.working;
  if (current === undefined) throw new Fault("template.wrong-state");
  const version = end(current, who);
  const dropped = template.approved === undefined ? undefined : template.working;
  return {
    template: { id: template.id, ended: version },
    version,
    ...(dropped === undefined ? {} : { past: end(dropped, who) }),
  };
};

const end = (version: Version, who: Who): Version => ({
  ...version,
  state: "retired",
  steps: after(version.steps, { did: "retired", ...who }),
});
