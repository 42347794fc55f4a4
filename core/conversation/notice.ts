import type * as Sla from "#core/sla";
import type { Conversation } from "./state.ts";

/** Where people who are not using the page are notified: a webhook of the bank's, or a topic that sends e-mails. */
export type NoticePlace = "hook" | "topic";

/** A step after a breach, of one wait: the name of a notice, however often it is sent. */
type Step = {
  readonly target: Sla.Target["kind"];
  readonly mark: Sla.Mark["mark"];
  readonly dueAt: Sla.Instant;
};

/** People outside the page are still to be told. */
export type PendingNotice = Step & {
  readonly attempts: number;
  readonly notBefore: Sla.Instant;
  /** Who took it already, while another place was out of reach. */
  readonly told?: readonly NoticePlace[];
};

type Telling = Step & { readonly told: readonly NoticePlace[] };

export type NoticeEvent =
  /** `gaveUp`: a place would not have it, or stayed out of reach. */
  | (Telling & { readonly type: "notified"; readonly gaveUp?: true })
  | (Telling & { readonly type: "notice-postponed"; readonly until: Sla.Instant });

export type NoticeCommand =
  | (Telling & { readonly type: "settle-notice"; readonly gaveUp?: true })
  | (Telling & { readonly type: "postpone-notice"; readonly until: Sla.Instant });

/** Bounds the head: a place that is unreachable for long gets the newest. */
const mostNotices = 4;

/** What is settled stays settled. */
export const decideNotice = ({ notices = [] }: Conversation, command: NoticeCommand): readonly NoticeEvent[] => {
  const { type: _, ...telling } = command;
  if (!notices.some(isOf(command))) return [];
  switch (command.type) {
    case "settle-notice":
      return [{ ...telling, type: "notified" }];
    case "postpone-notice":
      return [{ ...telling, type: "notice-postponed", until: command.until }];
    default:
      return command satisfies never;
  }
};

/** A step that tells the supervisors has people outside the page to tell, too. */
export const owe = (
  state: Conversation,
  { actions, dueAt, mark, target }: Step & { readonly actions: readonly string[] },
  at: Sla.Instant,
): Conversation =>
  actions.includes("notify-supervisors")
    ? withNotices(state, [...(state.notices ?? []), { target, mark, dueAt, attempts: 0, notBefore: at }])
    : state;

export const trackNotice = (state: Conversation, event: NoticeEvent): Conversation => {
  const { notices = [] } = state;
  const isIt = isOf(event);
  switch (event.type) {
    case "notified":
      return withNotices(
        state,
        notices.filter((each) => !isIt(each)),
      );
    case "notice-postponed": {
      const { told, until: notBefore } = event;
      return withNotices(
        state,
        notices.map((each) => (isIt(each) ? { ...each, attempts: each.attempts + 1, notBefore, told } : each)),
      );
    }
    default:
      return event satisfies never;
  }
};

export const dueNotices = ({ notices = [] }: Conversation, now: Sla.Instant): readonly PendingNotice[] =>
  notices.filter(({ notBefore }) => notBefore <= now);

const withNotices = ({ notices: _, ...state }: Conversation, notices: readonly PendingNotice[]): Conversation =>
  notices.length === 0 ? state : { ...state, notices: notices.slice(-mostNotices) };

const isOf =
  (step: Step) =>
  ({ dueAt, mark, target }: Step): boolean =>
    target === step.target && mark === step.mark && dueAt === step.dueAt;
