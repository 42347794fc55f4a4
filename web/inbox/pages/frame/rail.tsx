import { For, type JSX, Show } from "solid-js";
import { useDesk } from "../../data/desk.ts";
import { type Filter, VIEWS, type View } from "../../data/inbox/model.ts";
import { words } from "../../language/index.ts";
import { Brand } from "../../ui/brand.tsx";
import { ArchiveIcon, InboxIcon, PersonIcon, QueueIcon, ShieldIcon, SlidersIcon } from "../../ui/icon.tsx";
import { Account } from "./account.tsx";
import { listPath, redactionPath } from "./model.ts";

const icons: Record<View, () => JSX.Element> = {
  all: InboxIcon,
  mine: PersonIcon,
  unassigned: QueueIcon,
  closed: ArchiveIcon,
};

/** Views to the left; on a phone a row above the list. */
export const Rail = (props: { filter: Filter; openSettings: () => void }) => {
  const desk = useDesk();
  return (
    <header class="rail">
      <div class="rail-head">
        <Brand />
        <span class="entity">{desk.me.entity.name}</span>
      </div>
      <nav class="views" aria-label={words().view.label}>
        <For each={VIEWS}>
          {(view) => (
            <a
              class="view"
              href={listPath({ view, channel: props.filter.channel })}
              title={words().view[view]}
              aria-current={props.filter.view === view ? "page" : undefined}
            >
              {icons[view]()}
              <span>{words().view[view]}</span>
            </a>
          )}
        </For>
      </nav>
      <div class="rail-foot">
        <Show when={desk.can("explain-redaction")}>
          <a class="view" href={redactionPath} title={words().explain.title}>
            <ShieldIcon />
            <span>{words().explain.title}</span>
          </a>
        </Show>
        <button type="button" class="view rail-settings" onClick={() => props.openSettings()}>
          <SlidersIcon />
          <span>{words().settings.open}</span>
        </button>
        <Account />
      </div>
    </header>
  );
};
