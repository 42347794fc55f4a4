import { A, useLocation, useNavigate } from "@solidjs/router";
import { createEffect, createMemo, For } from "solid-js";
import { notify } from "../../data/alert/browser.ts";
import { type Alert, placeOf, told } from "../../data/alert/model.ts";
import { watchAlerts } from "../../data/alert/watch.ts";
import { useDesk } from "../../data/desk.ts";
import { words } from "../../language/index.ts";
import { now } from "../../ui/clock.ts";
import { AlarmIcon, CloseIcon } from "../../ui/icon.tsx";
import { isSame } from "../../ui/same.ts";

/** What cannot wait, told over every page; also by the browser where the person wants it. */
export const Alerts = () => {
  const navigate = useNavigate();
  const watching = watchAlerts(useDesk());
  const location = useLocation();
  /** Whoever looks at the list of what waits sees it. */
  const isSeen = ({ kind }: Alert) =>
    (kind === "approval" && location.pathname === "/approvals") ||
    (kind === "mention" && location.query["view"] === "mentions");
  const shown = createMemo(() => told(watching.alerts(), now()).filter((alert) => !isSeen(alert)), [], {
    equals: isSame,
  });
  createEffect<ReadonlySet<string>>((known) => {
    const tags = new Set(shown().map(tagOf));
    for (const alert of shown().filter((each) => !known.has(tagOf(each))))
      notify({ title: sentenceOf(alert), tag: tagOf(alert), open: () => navigate(placeOf(alert)) });
    return tags;
  }, new Set());
  return (
    <div class="alerts" role="status">
      <For each={shown()}>
        {(alert) => (
          <p class="departure alert" data-kind="problem" data-alert={alert.kind}>
            <AlarmIcon />
            <span>{sentenceOf(alert)}</span>
            <A class="button small" href={placeOf(alert)} onClick={() => watching.dismiss(alert)}>
              {words().departure.open}
            </A>
            <button
              type="button"
              class="button quiet icon-only small"
              aria-label={words().dismiss}
              onClick={() => watching.dismiss(alert)}
            >
              <CloseIcon />
            </button>
          </p>
        )}
      </For>
    </div>
  );
};

const sentenceOf = ({ ids, kind }: Alert): string => words().alert[kind](ids.length);

const tagOf = ({ at, ids, kind }: Alert): string => `${kind}:${at}:${ids[0]}`;
