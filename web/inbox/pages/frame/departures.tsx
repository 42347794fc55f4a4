import { A, useLocation, useNavigate, useSearchParams } from "@solidjs/router";
import { createMemo, For, Show } from "solid-js";
import { ariaKeys } from "../../action/binding.ts";
import { registerActions } from "../../action/registry.ts";
import { faultKind } from "../../data/api-fault.ts";
import { useDesk } from "../../data/desk.ts";
import type { Leaving, Notice } from "../../data/leaving.ts";
import { words } from "../../language/index.ts";
import { now } from "../../ui/clock.ts";
import { CloseIcon, UndoIcon, WarningIcon } from "../../ui/icon.tsx";
import { conversationPath, filterOf, openIdOf } from "./model.ts";

/** Answers that can still be taken back, and what became of those that were left behind; over every page. */
export const Departures = () => {
  const desk = useDesk();
  const navigate = useNavigate();
  const place = useLocation();
  const [search] = useSearchParams();
  const openId = createMemo(() => openIdOf(place.pathname));
  const pathOf = (id: string) => conversationPath(id, filterOf(search));
  const recall = async ({ conversationId, messageId }: Leaving) => {
    navigate(pathOf(conversationId));
    try {
      await desk.departures.recall(conversationId, messageId);
    } catch (fault) {
      desk.report(fault);
      desk.departures.notice({ conversationId, kind: "not-recalled", reason: words().problem[faultKind(fault)] });
      desk.changes.touch([conversationId]);
    }
  };
  const last = () => desk.departures.leaving().at(-1);
  registerActions([
    {
      id: "write.undo",
      group: "write",
      label: () => words().keys.list.undo,
      key: "z",
      when: () => last() !== undefined,
      run: () => {
        const leaving = last();
        if (leaving) void recall(leaving);
      },
    },
  ]);
  /** What is said in the open conversation need not be said twice. */
  const notices = createMemo(() =>
    desk.departures.notices().filter(({ conversationId, kind }) => kind !== "held" || conversationId !== openId()),
  );
  return (
    <div class="departures">
      <div role="status">
        <For each={desk.departures.leaving()}>
          {(one) => (
            // The open conversation shows it where it stands.
            <Show when={one.conversationId !== openId()} fallback={<p class="sr-only">{words().departure.leaving}</p>}>
              <Undo leaving={one} recall={() => void recall(one)} />
            </Show>
          )}
        </For>
      </div>
      <div role="alert">
        <For each={notices()}>{(notice) => <Left notice={notice} path={pathOf(notice.conversationId)} />}</For>
      </div>
    </div>
  );
};

const Undo = (props: { leaving: Leaving; recall: () => void }) => {
  const seconds = () => Math.max(0, Math.ceil((Date.parse(props.leaving.leavesAt) - now()) / 1000));
  return (
    <p class="departure">
      <span>{words().departure.leaving}</span>
      {/* Told once by name; the seconds are for eyes. */}
      <span class="departure-time" aria-hidden="true">
        {seconds()}
      </span>
      <button type="button" class="button small" aria-keyshortcuts={ariaKeys("write.undo")} onClick={props.recall}>
        <UndoIcon />
        <span>{words().departure.undo}</span>
      </button>
    </p>
  );
};

const Left = (props: { notice: Notice; path: string }) => {
  const desk = useDesk();
  return (
    <p class="departure" data-kind="problem">
      <WarningIcon />
      <span>
        {words().departure[props.notice.kind]} <Show when={props.notice.reason}>{(reason) => reason()}</Show>
      </span>
      <A class="button small" href={props.path} onClick={() => desk.departures.dismiss(props.notice.conversationId)}>
        {words().departure.open}
      </A>
      <button
        type="button"
        class="button quiet icon-only small"
        aria-label={words().dismiss}
        onClick={() => desk.departures.dismiss(props.notice.conversationId)}
      >
        <CloseIcon />
      </button>
    </p>
  );
};
