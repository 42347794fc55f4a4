import { For, type JSX, Show } from "solid-js";
import type { Figures, Selection } from "../../data/wallboard/types.ts";
import { words } from "../../language/index.ts";
import { now } from "../../ui/clock.ts";
import { AlarmIcon, ClockIcon, InboxIcon, QueueIcon, WarningIcon } from "../../ui/icon.tsx";
import { durationText } from "../../ui/time-model.ts";
import { COLUMNS, type Column, toneOf } from "./model.ts";
import { wallboardWords } from "./words.ts";

type Choosing = { selection: Selection; select: (selection: Selection) => void };

const icons: Record<Column, () => JSX.Element> = {
  open: InboxIcon,
  unassigned: QueueIcon,
  atRisk: WarningIcon,
  breached: AlarmIcon,
};

/** Read from the other side of the room; each opens as a list. */
export const Tiles = (props: { total: Figures } & Choosing) => (
  <div class="tiles">
    <For each={COLUMNS}>
      {({ figure, scope }) => (
        <button
          type="button"
          class="tile"
          data-tone={toneOf(figure, props.total[figure])}
          aria-pressed={props.selection.scope === scope && isWhole(props.selection)}
          onClick={() => props.select({ scope })}
        >
          <span class="tile-name">
            {icons[figure]()}
            <span>{wallboardWords.words().figure[figure]}</span>
          </span>
          <span class="tile-figure">{props.total[figure].toLocaleString(words().code)}</span>
        </button>
      )}
    </For>
    <button
      type="button"
      class="tile"
      data-tone="calm"
      aria-pressed={props.selection.scope === "oldest" && isWhole(props.selection)}
      onClick={() => props.select({ scope: "oldest" })}
    >
      <span class="tile-name">
        <ClockIcon />
        <span>{wallboardWords.words().figure.oldest}</span>
      </span>
      <Show
        when={props.total.oldestSince}
        fallback={<span class="tile-figure tile-words">{wallboardWords.words().nobodyWaits}</span>}
      >
        {(since) => <span class="tile-figure">{waitText(since())}</span>}
      </Show>
    </button>
  </div>
);

/** How long somebody has waited, to the minute. */
export const waitText = (since: string): string => {
  const ms = now() - Date.parse(since);
  return durationText(ms < 60_000 ? ms : ms - (ms % 60_000), words().code);
};

const isWhole = ({ agent, channel, incident, team }: Selection): boolean =>
  agent === undefined && channel === undefined && team === undefined && incident === undefined;
