import { useSearchParams } from "@solidjs/router";
import { createSignal, lazy, onCleanup, Show, Suspense } from "solid-js";
import { useDesk } from "../../data/desk.ts";
import { type OpenIncidents, openIncidents } from "../../data/incident/open.ts";
import { type OpenBoard, openBoard } from "../../data/wallboard/board.ts";
import type { Board } from "../../data/wallboard/types.ts";
import { lazyWithWords } from "../../language/area.ts";
import { words } from "../../language/index.ts";
import { now } from "../../ui/clock.ts";
import { WarningIcon, WideIcon } from "../../ui/icon.tsx";
import { Page } from "../../ui/page.tsx";
import { clockText } from "../../ui/time-model.ts";
import { channelWords } from "../channels/words.ts";
import { incidentWords } from "../incident/words.ts";
import { Agents } from "./agents.tsx";
import { Heat } from "./heat.tsx";
import { Matrix } from "./matrix.tsx";
import { Tiles } from "./tiles.tsx";
import { wallboardWords } from "./words.ts";
import { Work } from "./work.tsx";
import "../../style/wallboard.css";

/** The chart library comes after the figures. */
const TrendPanel = lazy(() => import("./trend.tsx"));
const IncidentBanner = lazyWithWords(incidentWords, () => import("../incident/banner.tsx"));
const ChannelHealth = lazyWithWords(channelWords, () => import("./channel-health.tsx"));

/** For the wall and the supervisor's own screen: what is open, what is late, who is there, and what to do next. */
const WallboardPage = () => {
  const desk = useDesk();
  return (
    <Page class="wallboard" title={words().section.wallboard} tools={<Clock />}>
      <Show when={desk.can("supervise")} fallback={<p class="state">{words().problem.forbidden}</p>}>
        <Live />
      </Show>
    </Page>
  );
};

const Clock = () => {
  const [wide, setWide] = createSignal(document.fullscreenElement !== null);
  const note = () => setWide(document.fullscreenElement !== null);
  document.addEventListener("fullscreenchange", note);
  onCleanup(() => document.removeEventListener("fullscreenchange", note));
  const toggle = async () => {
    // Refused where the browser or the frame does not allow it: then the page stays as it is.
    await (wide() ? document.exitFullscreen() : document.querySelector(".wallboard")?.requestFullscreen())?.catch(
      () => undefined,
    );
  };
  return (
    <div class="wall-clock">
      <a class="button quiet" href="/incidents/closed">
        {wallboardWords.words().closedIncidents}
      </a>
      <time>{clockText(new Date(now()).toISOString())}</time>
      <Show when={document.fullscreenEnabled}>
        <button type="button" class="button quiet" aria-pressed={wide()} onClick={() => void toggle()}>
          <WideIcon />
          <span>{wallboardWords.words().wide}</span>
        </button>
      </Show>
    </div>
  );
};

const Live = () => {
  const [search] = useSearchParams();
  const incident = typeof search["incident"] === "string" ? search["incident"] : undefined;
  const desk = useDesk();
  const incidents = openIncidents(desk);
  const board = openBoard(desk, incident === undefined ? { scope: "deadlines" } : { scope: "open", incident });
  return (
    <>
      <Suspense>
        <IncidentBanner incidents={incidents} show={(id) => board.select({ scope: "open", incident: id })} />
      </Suspense>
      <Show when={board.fault() !== undefined}>
        <div class="banner" data-kind="problem" role="alert">
          <WarningIcon />
          <span>{wallboardWords.words().failed}</span>
          <button type="button" class="button small" onClick={board.retry}>
            {words().retry}
          </button>
        </div>
      </Show>
      <Show when={board.shown.board} fallback={<WallSkeleton isWaiting={board.fault() === undefined} />}>
        {(known) => <Panels board={known()} open={board} incidents={incidents} />}
      </Show>
    </>
  );
};

const Panels = (props: { board: Board; open: OpenBoard; incidents: OpenIncidents }) => (
  <div class="wall">
    <Show when={(props.open.shown.approvals?.waiting ?? 0) > 0 && props.open.shown.approvals}>
      {(approvals) => (
        <p class="wall-incident" data-kind="approvals" role="status">
          <WarningIcon />
          <span>{wallboardWords.words().approvals(approvals().waiting, approvals().overdue)}</span>
          <a href="/approvals">{wallboardWords.words().decide}</a>
        </p>
      )}
    </Show>
    <Tiles total={props.board.total} selection={props.open.selection()} select={props.open.select} />
    <div class="wall-grid">
      <Work open={props.open} board={props.board} incidents={props.incidents} />
      <div class="wall-side">
        <Matrix board={props.board} selection={props.open.selection()} select={props.open.select} />
        <Agents agents={props.board.agents} selection={props.open.selection()} select={props.open.select} />
        <Suspense fallback={<div class="panel wall-wait" aria-hidden="true" />}>
          <ChannelHealth />
        </Suspense>
      </div>
      <div class="wall-past">
        <Show when={props.open.shown.trend} fallback={<div class="panel wall-wait" aria-hidden="true" />}>
          {(trend) => (
            <>
              <Suspense fallback={<div class="panel wall-wait" aria-hidden="true" />}>
                <TrendPanel trend={trend()} teams={props.board.teams} />
              </Suspense>
              <Heat trend={trend()} />
            </>
          )}
        </Show>
      </div>
    </div>
  </div>
);

const WallSkeleton = (props: { isWaiting: boolean }) => (
  <Show when={props.isWaiting}>
    <div class="wall" aria-busy="true">
      <span class="sr-only">{words().loading}</span>
      <div class="tiles">
        <div class="tile wall-wait" />
        <div class="tile wall-wait" />
        <div class="tile wall-wait" />
        <div class="tile wall-wait" />
        <div class="tile wall-wait" />
      </div>
    </div>
  </Show>
);

export default WallboardPage;
