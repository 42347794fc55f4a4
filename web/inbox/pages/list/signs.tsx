import { createMemo, Show } from "solid-js";
import type { Card } from "../../data/api-types.ts";
import { words } from "../../language/index.ts";
import { now } from "../../ui/clock.ts";
import { MoonIcon, RaiseIcon, WindowIcon } from "../../ui/icon.tsx";
import { durationText, momentText } from "../../ui/time-model.ts";

/** The platform's own deadline is told when it is less than this away: until then nobody has to think of it. */
const TELL_WITHIN_MS = 8 * 3_600_000;

/** What is left until the platform takes no answer any more, beside what the bank has promised. */
export const ReplyWindow = (props: { card: Card }) => {
  const left = createMemo(() => {
    const { awaiting, replyWindowClosesAt, status } = props.card;
    if (replyWindowClosesAt === null || status === "closed" || !awaiting) return undefined;
    const ms = Date.parse(replyWindowClosesAt) - now();
    return ms < TELL_WITHIN_MS ? ms : undefined;
  });
  const text = createMemo(() => {
    const ms = left();
    if (ms === undefined) return "";
    return ms <= 0 ? words().window.closed : words().window.left(durationText(ms - (ms % 60_000), words().code));
  });
  return (
    <Show when={left() !== undefined}>
      <span
        class="window-sign"
        data-state={(left() ?? 0) <= 0 ? "closed" : "open"}
        title={words().window.title(momentText(props.card.replyWindowClosesAt ?? "", words().code))}
      >
        <WindowIcon />
        <span>{text()}</span>
      </span>
    </Show>
  );
};

/** What people have done about it: snoozed, put before the others or after them. */
export const CareSigns = (props: { card: Card }) => (
  <>
    <Show when={props.card.priority !== "normal"}>
      <span class="priority-sign" data-priority={props.card.priority}>
        <RaiseIcon />
        <span class="sr-only">{words().priority[props.card.priority]}</span>
      </span>
    </Show>
    <Show when={props.card.snoozed}>
      <span class="snooze-sign">
        <MoonIcon />
        <span class="sr-only">{words().view.snoozed}</span>
      </span>
    </Show>
  </>
);
