import { A } from "@solidjs/router";
import { createEffect, createSignal, For, Match, Show, Switch } from "solid-js";
import { ariaKeys, keyOf } from "../../action/binding.ts";
import { KeyNames } from "../../action/keys.tsx";
import { type Action, registerActions } from "../../action/registry.ts";
import { useDesk } from "../../data/desk.ts";
import { type Approval, REFUSALS, type ReplyApi } from "../../data/reply/api.ts";
import { language, words } from "../../language/index.ts";
import { readable } from "../../language/label.ts";
import { WarningIcon } from "../../ui/icon.tsx";
import { momentText } from "../../ui/time-model.ts";
import { VisibilitySign } from "../../ui/visibility-sign.tsx";
import { Difference } from "./difference.tsx";
import { approvalWords } from "./words.ts";

type Props = {
  item: Approval;
  api: ReplyApi;
  /** It has the focus, or had it last: what keys decide about. */
  isCurrent: boolean;
  choose: () => void;
  decide: (work: () => Promise<unknown>) => Promise<boolean>;
};

export const ApprovalItem = (props: Props) => {
  const desk = useDesk();
  const say = approvalWords.words;
  const [doing, setDoing] = createSignal<"reading" | "changing" | "refusing">("reading");
  let element: HTMLLIElement | undefined;
  const isOwn = () => props.item.authorId === desk.me.agent.id;
  const actions = decisions({
    mayDecide: () => props.isCurrent && !isOwn() && doing() === "reading",
    isIn: (target) => target instanceof Node && element?.contains(target) === true,
    approve: () => void props.decide(() => props.api.approve(props.item)),
    change: () => setDoing("changing"),
    refuse: () => setDoing("refusing"),
  });
  // Of several, the one that is meant has the keys.
  createEffect(() => {
    if (props.isCurrent) registerActions(actions);
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
      <Head item={props.item} />
      <Show when={props.item.customerText}>
        {(text) => (
          <div class="approval-text">
            <h2 class="approval-label">{say().customer}</h2>
            <p>{readable(text())}</p>
          </div>
        )}
      </Show>
      <div class="approval-text" data-outbound="">
        <h2 class="approval-label">{say().reply}</h2>
        <p>{props.item.text}</p>
      </div>
      <Show when={props.item.templateText}>
        {(before) => (
          <div class="approval-text">
            <h2 class="approval-label">{say().changes}</h2>
            <Difference before={before()} after={props.item.text} />
          </div>
        )}
      </Show>
      <Show when={!isOwn()} fallback={<p class="quiet-text">{say().own}</p>}>
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
            <Change {...props} stop={stop} />
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

const Head = (props: { item: Approval }) => {
  const desk = useDesk();
  const say = approvalWords.words;
  const nameOf = (id: string) =>
    id === desk.me.agent.id ? say().you : (desk.agents().find((agent) => agent.id === id)?.name ?? id);
  return (
    <div class="approval-head">
      <strong>{props.item.contact.name ?? props.item.contact.handle ?? words().list.unknownContact}</strong>
      <span>{words().channel[props.item.channel]}</span>
      <VisibilitySign visibility={props.item.visibility} />
      <span class="quiet-text">{say().by(nameOf(props.item.authorId))}</span>
      <Show when={props.item.dueAt}>
        {(at) => <span class="quiet-text">{say().due(momentText(at(), language()))}</span>}
      </Show>
      <A class="quiet-text" href={`/c/${encodeURIComponent(props.item.conversationId)}`}>
        {say().open}
      </A>
      <ul class="approval-reasons">
        <For each={props.item.reasons}>
          {(reason) => (
            <li>
              <WarningIcon /> {say().why[reason]}
            </li>
          )}
        </For>
      </ul>
      <span class="quiet-text">
        {say().asked(props.item.approverIds.map(nameOf).join(", "))}
        <Show when={props.item.overdue}> {say().second}</Show>
      </span>
    </div>
  );
};

type Doing = Props & { stop: () => void };

const Change = (props: Doing) => {
  const say = approvalWords.words;
  const [text, setText] = createSignal(props.item.text);
  return (
    <form
      class="desk-form"
      onKeyDown={(event) => event.key === "Escape" && props.stop()}
      onSubmit={(event) => {
        event.preventDefault();
        void props.decide(() => props.api.approve(props.item, text().trim()));
      }}
    >
      <label>
        <span>{say().text}</span>
        <textarea
          rows="4"
          value={text()}
          ref={(element) => queueMicrotask(() => element.focus())}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <div class="desk-buttons">
        <button type="submit" class="button primary" disabled={text().trim() === ""}>
          {say().send}
        </button>
        <button type="button" class="button" onClick={() => props.stop()}>
          {say().cancel}
        </button>
      </div>
    </form>
  );
};

const Refuse = (props: Doing) => {
  const say = approvalWords.words;
  return (
    <fieldset class="desk-form" onKeyDown={(event) => event.key === "Escape" && props.stop()}>
      <legend>{say().reasonTitle}</legend>
      <div class="desk-buttons">
        <For each={REFUSALS}>
          {(reason, index) => (
            <button
              type="button"
              class="button"
              ref={(element) => index() === 0 && queueMicrotask(() => element.focus())}
              onClick={() => void props.decide(() => props.api.refuse(props.item, reason))}
            >
              {say().reasons[reason]}
            </button>
          )}
        </For>
        <button type="button" class="button quiet" onClick={() => props.stop()}>
          {say().cancel}
        </button>
      </div>
    </fieldset>
  );
};
