import { A } from "@solidjs/router";
import { createSignal, For, Match, Show, Switch } from "solid-js";
import { useDesk } from "../../data/desk.ts";
import { type Approval, REFUSALS, type ReplyApi } from "../../data/reply/api.ts";
import { language, words } from "../../language/index.ts";
import { readable } from "../../language/label.ts";
import { WarningIcon } from "../../ui/icon.tsx";
import { momentText } from "../../ui/time-model.ts";
import { VisibilitySign } from "../../ui/visibility-sign.tsx";
import { Difference } from "./difference.tsx";
import { stepOf } from "./model.ts";
import { approvalWords } from "./words.ts";

type Props = { item: Approval; api: ReplyApi; decide: (work: () => Promise<unknown>) => Promise<boolean> };

export const ApprovalItem = (props: Props) => {
  const desk = useDesk();
  const say = approvalWords.words;
  const [doing, setDoing] = createSignal<"reading" | "changing" | "refusing">("reading");
  const isOwn = () => props.item.authorId === desk.me.agent.id;
  const approve = () => void props.decide(() => props.api.approve(props.item));
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const step = stepOf(event, desk.preferences().keysOn);
    if (step === undefined) return;
    event.preventDefault();
    if (step === "next") (event.currentTarget.nextElementSibling as HTMLElement | null)?.focus();
    else if (step === "previous") (event.currentTarget.previousElementSibling as HTMLElement | null)?.focus();
    else if (isOwn()) return;
    else if (step === "approve") approve();
    else setDoing(step === "change" ? "changing" : "refusing");
  };
  return (
    <li class="approval" tabindex="0" data-overdue={props.item.overdue ? "" : undefined} onKeyDown={onKeyDown}>
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
              <button type="button" class="button primary" onClick={approve}>
                {say().approve}{" "}
                <span class="desk-key" aria-hidden="true">
                  A
                </span>
              </button>
              <button type="button" class="button" onClick={() => setDoing("changing")}>
                {say().change}{" "}
                <span class="desk-key" aria-hidden="true">
                  C
                </span>
              </button>
              <button type="button" class="button" onClick={() => setDoing("refusing")}>
                {say().refuse}{" "}
                <span class="desk-key" aria-hidden="true">
                  R
                </span>
              </button>
            </div>
          </Match>
          <Match when={doing() === "changing"}>
            <Change {...props} stop={() => setDoing("reading")} />
          </Match>
          <Match when={doing() === "refusing"}>
            <Refuse {...props} stop={() => setDoing("reading")} />
          </Match>
        </Switch>
      </Show>
    </li>
  );
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
    <fieldset class="desk-form">
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
