import { useLocation, useSearchParams } from "@solidjs/router";
import { createEffect, createMemo, createSignal, type JSX, lazy, onCleanup, onMount, Show, Suspense } from "solid-js";
import { words } from "../../language/index.ts";
import { Announcer } from "../../ui/announcer/view.tsx";
import { ListSkeleton } from "../list/skeleton.tsx";
import { ListPane } from "../list/view.tsx";
import { sectionAt } from "../sections.ts";
import { Banners } from "./banners.tsx";
import { listenToKeys } from "./keys.ts";
import { filterOf, openIdOf } from "./model.ts";
import { Rail } from "./rail.tsx";

const Settings = lazy(() => import("../settings/view.tsx"));

/** What stays while pages change: the views, the list beside the conversation, what is announced. */
export const Frame = (props: { children?: JSX.Element }) => {
  const place = useLocation();
  const [search] = useSearchParams();
  const [settings, setSettings] = createSignal(false);
  const filter = createMemo(() => filterOf(search));
  const openId = createMemo(() => openIdOf(place.pathname));
  const section = createMemo(() => sectionAt(place.pathname));
  const open = () => (openId() ? "conversation" : section() ? "section" : "list");

  onMount(() => onCleanup(listenToKeys({ help: () => setSettings(true) })));
  createEffect(() => {
    const known = section();
    const title = known ? words().section[known.id] : words().view[filter().view];
    if (!openId()) document.title = `${title} · ${words().product}`;
  });
  return (
    <div class="frame" data-open={open()}>
      <a class="skip" href="#content">
        {words().skipToContent}
      </a>
      <Rail filter={filter()} section={section()} openSettings={() => setSettings(true)} />
      <main id="content" class="work" tabindex="-1">
        <Banners />
        <div class="panes">
          <Show when={!section()}>
            <ListPane filter={filter()} openId={openId()} />
          </Show>
          <div class="main-pane">
            <Suspense>{props.children}</Suspense>
          </div>
        </div>
        <div id="floating" />
      </main>
      <Show when={settings()}>
        <Suspense>
          <Settings onClose={() => setSettings(false)} />
        </Suspense>
      </Show>
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
