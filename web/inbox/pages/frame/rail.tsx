import { useNavigate } from "@solidjs/router";
import { createEffect, For, type JSX, onCleanup, onMount, Show } from "solid-js";
import { registerActions } from "../../action/registry.ts";
import { afterPaint } from "../../data/after-paint.ts";
import { useDesk } from "../../data/desk.ts";
import { type Filter, VIEWS, type View } from "../../data/inbox/model.ts";
import { words } from "../../language/index.ts";
import { Brand } from "../../ui/brand.tsx";
import {
  AlarmIcon,
  ArchiveIcon,
  AtIcon,
  CalendarIcon,
  EarIcon,
  EyeIcon,
  FilterIcon,
  InboxIcon,
  MoonIcon,
  PersonIcon,
  QueueIcon,
  SlidersIcon,
  TeamIcon,
} from "../../ui/icon.tsx";
import { SECTIONS, type Section } from "../sections.ts";
import { Account } from "./account.tsx";
import { goActions } from "./going.ts";
import { filterOf, listPath, viewPath, wordsOf } from "./model.ts";

const icons: Record<View, () => JSX.Element> = {
  all: InboxIcon,
  mine: PersonIcon,
  unassigned: QueueIcon,
  team: TeamIcon,
  "at-risk": AlarmIcon,
  mentions: AtIcon,
  snoozed: MoonIcon,
  review: EyeIcon,
  heard: EarIcon,
  closed: ArchiveIcon,
  dated: CalendarIcon,
};

/** Views to the left; on a phone a row above the list. */
export const Rail = (props: { filter: Filter; section: Section | undefined; openSettings: () => void }) => {
  const desk = useDesk();
  const sections = () => SECTIONS.filter(({ can }) => can.some(desk.can));
  /** One team is all there is, and only who curates looks a second time. */
  const views = () =>
    VIEWS.filter((view) => {
      if (view === "team") return desk.me.entity.teams.length > 1;
      return (view !== "review" && view !== "heard") || desk.can("curate");
    });
  onMount(() => onCleanup(afterPaint(() => void desk.loadSavedViews())));
  const navigate = useNavigate();
  createEffect(() => {
    registerActions(goActions({ views: views(), sections: sections(), own: desk.savedViews() }, navigate));
  });
  const isOwn = (filter: Record<string, string>) =>
    !props.section && JSON.stringify(wordsOf(filterOf(filter))) === JSON.stringify(wordsOf(props.filter));
  const isOnOwn = () => desk.savedViews().some(({ filter }) => isOwn(filter));
  return (
    <header class="rail">
      <div class="rail-head">
        <Brand />
        <span class="entity">{desk.me.entity.name}</span>
      </div>
      <div class="ways">
        <nav class="views" aria-label={words().view.label}>
          <For each={views()}>
            {(view) => (
              <Way
                href={viewPath(view, view === "closed" ? undefined : props.filter.sort)}
                title={words().view[view]}
                isHere={!props.section && props.filter.view === view && !isOnOwn()}
                icon={icons[view]}
              />
            )}
          </For>
        </nav>
        <Show when={desk.savedViews().length > 0}>
          <nav class="views sections" aria-label={words().view.own}>
            <For each={desk.savedViews()}>
              {(view) => (
                <Way
                  href={listPath(filterOf(view.filter))}
                  title={view.name}
                  isHere={isOwn(view.filter)}
                  icon={FilterIcon}
                />
              )}
            </For>
          </nav>
        </Show>
        <Show when={sections().length > 0}>
          <nav class="views sections" aria-label={words().section.label}>
            <For each={sections()}>
              {(section) => (
                <Way
                  href={section.path}
                  title={words().section[section.id]}
                  isHere={props.section?.id === section.id}
                  icon={section.icon}
                />
              )}
            </For>
          </nav>
        </Show>
      </div>
      <div class="rail-foot">
        <button type="button" class="view rail-settings" onClick={() => props.openSettings()}>
          <SlidersIcon />
          <span>{words().settings.open}</span>
        </button>
        <Account />
      </div>
    </header>
  );
};

const Way = (props: { href: string; title: string; isHere: boolean; icon: () => JSX.Element }) => {
  let way: HTMLElement | undefined;
  // On a telephone the ways are a row that is moved sideways: where one is stays in sight.
  // To look for it the browser lays the page out: that comes after what is shown.
  createEffect(() => {
    if (props.isHere) onCleanup(afterPaint(() => way?.scrollIntoView({ block: "nearest", inline: "center" })));
  });
  return (
    <a
      class="view"
      href={props.href}
      title={props.title}
      aria-current={props.isHere ? "page" : undefined}
      ref={(element) => (way = element)}
    >
      {props.icon()}
      <span>{props.title}</span>
    </a>
  );
};
