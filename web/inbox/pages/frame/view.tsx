import { useLocation, useSearchParams } from "@solidjs/router";
import {
  createEffect,
  createMemo,
  createSignal,
  ErrorBoundary,
  type JSX,
  onCleanup,
  onMount,
  Show,
  Suspense,
} from "solid-js";
import { listenToKeys } from "../../action/listen.ts";
import { registerActions } from "../../action/registry.ts";
import { actionWords } from "../../action/words.ts";
import { useDesk } from "../../data/desk.ts";
import { lazyWithWords } from "../../language/area.ts";
import { words } from "../../language/index.ts";
import { Announcer } from "../../ui/announcer/view.tsx";
import { nameTab } from "../../ui/tab-title.ts";
import { speakOfFields } from "../../ui/validity.ts";
import { Alerts } from "../alert/view.tsx";
import { ListSkeleton } from "../list/skeleton.tsx";
import { ListPane } from "../list/view.tsx";
import { sectionAt } from "../sections.ts";
import { Banners } from "./banners.tsx";
import { Broken } from "./broken.tsx";
import { Departures } from "./departures.tsx";
import { filterOf, openIdOf } from "./model.ts";
import { Rail } from "./rail.tsx";

const Settings = lazyWithWords(actionWords, () => import("../settings/view.tsx"));
const Palette = lazyWithWords(actionWords, () => import("../../action/palette.tsx"));

/** What stays while pages change: the views, the list beside the conversation, what is announced. */
export const Frame = (props: { children?: JSX.Element }) => {
  const desk = useDesk();
  const place = useLocation();
  const [search] = useSearchParams();
  const [over, setOver] = createSignal<"settings" | "palette">();
  const filter = createMemo(() => filterOf(search));
  const openId = createMemo(() => openIdOf(place.pathname));
  const section = createMemo(() => sectionAt(place.pathname));
  const open = () => (openId() ? "conversation" : section() ? "section" : "list");

  registerActions([
    { id: "page.help", group: "page", label: () => words().keys.list.help, key: "?", run: () => setOver("settings") },
    {
      id: "page.palette",
      group: "page",
      label: () => words().keys.list.palette,
      key: "mod+k",
      run: () => setOver("palette"),
    },
  ]);
  onMount(() => onCleanup(listenToKeys()));
  onMount(() => onCleanup(speakOfFields()));
  // Where no list is shown, there is none to wait for.
  createEffect(() => section() && desk.goLive());
  nameTab(() => {
    const known = section();
    if (openId()) return undefined;
    return known ? words().section[known.id] : words().view[filter().view];
  });
  return (
    <div class="frame" data-open={open()}>
      <a class="skip" href="#content">
        {words().skipToContent}
      </a>
      <Rail filter={filter()} section={section()} openSettings={() => setOver("settings")} />
      <main id="content" class="work" tabindex="-1">
        <Banners />
        <Alerts />
        <div class="panes">
          <Show when={!section()}>
            <ListPane filter={filter()} openId={openId()} />
          </Show>
          <div class="main-pane">
            <ErrorBoundary fallback={(fault, again) => <Broken fault={fault} again={again} />}>
              <Suspense>{props.children}</Suspense>
            </ErrorBoundary>
          </div>
        </div>
        <Departures />
        <div id="floating" />
      </main>
      <Suspense>
        <Show when={over() === "settings"}>
          <Settings onClose={() => setOver(undefined)} />
        </Show>
        <Show when={over() === "palette"}>
          <Palette onClose={() => setOver(undefined)} />
        </Show>
      </Suspense>
      <Announcer />
    </div>
  );
};

/** The same shape, before anything is known. */
export const FrameSkeleton = () => (
  <div class="frame" data-open="list" aria-busy="true">
    <div class="rail" />
    <main class="work">
      <div class="panes">
        <section class="list-pane" aria-label={words().loading}>
          <ListSkeleton />
        </section>
        <div class="main-pane" />
      </div>
    </main>
  </div>
);
