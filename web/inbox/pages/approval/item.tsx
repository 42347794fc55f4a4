import { createEffect, createSignal, For, type JSX, Match, Show, Switch } from "solid-js";
import { ariaKeys, keyOf } from "../../action/binding.ts";
import { KeyNames } from "../../action/keys.tsx";
import { type Action, registerActions } from "../../action/registry.ts";
import { useDesk } from "../../data/desk.ts";
import type { Approval, ReplyApi } from "../../data/reply/api.ts";
import { rewritingsOf } from "../../data/reply/rewriting.ts";
import { readable } from "../../language/label.ts";
import { segmentsOf } from "../conversation/segment-model.ts";
import { Change, Refuse } from "./deciding.tsx";
import { Difference } from "./difference.tsx";
import { ApprovalHead } from "./head.tsx";
import { ApprovalOnlookers } from "./onlookers.tsx";
import { approvalWords } from "./words.ts";

type Props = {
  item: Approval;
  api: ReplyApi;
  /** It has the focus, or had it last: what keys decide about. */
  isCurrent: boolean;
  /** Somebody else has decided while it was being rewritten here. */
  isOver: boolean;
  choose: () => void;
  decide: (work: () => Promise<unknown>) => Promise<boolean>;
  /** Why what was decided about it was not done. */
  trouble: JSX.Element;
};

export const ApprovalItem = (props: Props) => {
  const desk = useDesk();
  const say = approvalWords.words;
  const rewritings = rewritingsOf(desk);
  const isBegun = rewritings.text(props.item.messageId) !== undefined;
  const [doing, setDoing] = createSignal<"reading" | "changing" | "refusing">(isBegun ? "changing" : "reading");
  let element: HTMLLIElement | undefined;
  const isOwn = () => (props.item.changedBy ?? props.item.authorId) === desk.me.agent.id;
  const actions = decisions({
    mayDecide: () => props.isCurrent && !isOwn() && doing() === "reading",
    isIn: (target) => target instanceof Node && element?.contains(target) === true,
    approve: () => void props.decide(() => props.api.approve(props.item)),
    change: () => {
      rewritings.write(props.item, props.item.text);
      setDoing("changing");
    },
    refuse: () => setDoing("refusing"),
  });
  // Of several, the one that is meant has the keys.
  createEffect(() => {
    if (props.isCurrent) registerActions(actions);
  });
  createEffect(() => {
    if (props.isCurrent) desk.attention.decide(props.item.messageId, doing() === "changing" && !props.isOver);
  });
  const stop = () => {
    setDoing("reading");
    element?.focus();
  };
  return (
    <li
      class="approval"
      tabindex="0"
      data-overdue={props.item.overdue ? "" : undefined}
      ref={(made) => (element = made)}
      onFocusIn={() => props.choose()}
    >
      <ApprovalHead item={props.item} />
      <ApprovalOnlookers messageId={props.item.messageId} />
      <Show when={props.item.customerText}>
        {(text) => (
          <div class="approval-text">
            <h3 class="approval-label">{say().customer}</h3>
            <p>{readable(text())}</p>
          </div>
        )}
      </Show>
      <div class="approval-text" data-outbound="">
        <h3 class="approval-label">{say().reply}</h3>
        <p>
          <For each={segmentsOf(props.item.text, props.item.warned)}>
            {(segment) => (
              <Show when={segment.kind} fallback={segment.text}>
                <mark>{segment.text}</mark>
              </Show>
            )}
          </For>
        </p>
      </div>
      <Show when={props.item.firstText}>
        {(before) => (
          <div class="approval-text">
            <h3 class="approval-label">{say().changesOf(desk.agentName(props.item.authorId))}</h3>
            <Difference before={before()} after={props.item.text} />
          </div>
        )}
      </Show>
      <Show when={props.item.templateText}>
        {(before) => (
          <div class="approval-text">
            <h3 class="approval-label">{say().changes}</h3>
            <Difference before={before()} after={props.item.text} />
          </div>
        )}
      </Show>
      <Show when={!props.isOver}>{props.trouble}</Show>
      <Show when={!isOwn()} fallback={<p class="quiet-text">{props.item.changedBy ? say().ownWords : say().own}</p>}>
        <Switch>
          <Match when={doing() === "reading"}>
            <div class="desk-buttons">
              <For each={actions}>
                {(action, place) => (
                  <button
                    type="button"
                    class="button"
                    classList={{ primary: place() === 0 }}
                    aria-keyshortcuts={ariaKeys(action.id)}
                    onClick={action.run}
                  >
                    {action.label()}{" "}
                    <span aria-hidden="true">
                      <KeyNames chord={keyOf(action)} />
                    </span>
                  </button>
                )}
              </For>
            </div>
          </Match>
          <Match when={doing() === "changing"}>
            <Change {...props} stop={stop} isOver={props.isOver} />
          </Match>
          <Match when={doing() === "refusing"}>
            <Refuse {...props} stop={stop} />
          </Match>
        </Switch>
      </Show>
    </li>
  );
};

type Deciding = {
  mayDecide: () => boolean;
  isIn: (target: EventTarget | null) => boolean;
  approve: () => void;
  change: () => void;
  refuse: () => void;
};

/** A key decides only from within the reply: what is read is what is decided about. */
const decisions = ({ approve, change, isIn, mayDecide, refuse }: Deciding): Action[] => {
  const say = approvalWords.words;
  const common = {
    group: "write" as const,
    when: mayDecide,
    takes: ({ target }: { target: EventTarget | null }) => isIn(target),
  };
  return [
    { ...common, id: "approval.approve", label: () => say().approve, key: "a", run: approve },
    { ...common, id: "approval.change", label: () => say().change, key: "c", run: change },
    { ...common, id: "approval.refuse", label: () => say().refuse, key: "r", run: refuse },
  ];
};
