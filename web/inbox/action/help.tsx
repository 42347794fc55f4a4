import { createSignal, For, Show } from "solid-js";
import { useDesk } from "../data/desk.ts";
import { isMac } from "../ui/platform.ts";
import { holderOf, keyOf, keys, setKeys } from "./binding.ts";
import { chordOf, isBare, keyNames } from "./key-model.ts";
import { KeyNames } from "./keys.tsx";
import { type Action, type ActionGroup, registeredActions } from "./registry.ts";
import { actionWords } from "./words.ts";
import "../style/palette.css";

const GROUPS: readonly ActionGroup[] = ["go", "list", "conversation", "write", "page"];

/** Every action with its key, which the agent may change. */
export const KeyHelp = () => {
  const desk = useDesk();
  const say = () => actionWords.words();
  const [failed, setFailed] = createSignal(false);
  const keep = async (own: Record<string, string | null>) => {
    const before = keys();
    setKeys({ ...before, own });
    setFailed(false);
    await desk.savePreferences({ keys: own }).catch(() => {
      setKeys(before);
      setFailed(true);
    });
  };
  const groups = () =>
    GROUPS.map((group) => ({ group, actions: registeredActions().filter((action) => action.group === group) })).filter(
      ({ actions }) => actions.length > 0,
    );
  return (
    <>
      <Show when={failed()}>
        <p role="alert">{say().key.failed}</p>
      </Show>
      <For each={groups()}>
        {({ group, actions }) => (
          <section class="key-group">
            <h4>{say().group[group]}</h4>
            <dl class="key-list">
              <For each={actions}>
                {(action) => (
                  <KeyRow action={action} change={(chord) => void keep({ ...keys().own, [action.id]: chord })} />
                )}
              </For>
            </dl>
          </section>
        )}
      </For>
      <p class="key-foot">
        <span class="quiet-text">{say().key.kept}</span>
        <Show when={Object.keys(keys().own).length > 0}>
          <button type="button" class="button small" onClick={() => void keep({})}>
            {say().key.reset}
          </button>
        </Show>
      </p>
    </>
  );
};

const KeyRow = (props: { action: Action; change: (chord: string | null) => void }) => {
  const say = () => actionWords.words().key;
  const [listening, setListening] = createSignal(false);
  const [holder, setHolder] = createSignal<Action>();
  const chord = () => keyOf(props.action);
  const name = () => {
    const known = chord();
    const what = props.action.label();
    return known ? say().change(what, keyNames(known, isMac()).join(" ")) : say().set(what);
  };
  const done = () => {
    setListening(false);
    setHolder(undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!listening() || event.key === "Tab") return;
    const pressed = chordOf(event);
    event.stopPropagation();
    event.preventDefault();
    if (pressed === undefined) return;
    if (pressed === "Escape") return done();
    if (pressed !== "Backspace") {
      const other = holderOf(pressed, props.action.id);
      if (other) return void setHolder(other);
    }
    props.change(pressed === "Backspace" ? null : pressed);
    done();
  };
  return (
    <div
      data-off={chord() === undefined && props.action.key && !keys().areOn && isBare(props.action.key) ? "" : undefined}
    >
      <dt>{props.action.label()}</dt>
      <dd>
        <For each={props.action.also ?? []}>{(other) => <KeyNames chord={other} />}</For>
        <button
          type="button"
          class="button quiet small key-change"
          aria-label={name()}
          aria-pressed={listening()}
          onClick={() => setListening(!listening())}
          onKeyDown={onKeyDown}
          onBlur={done}
        >
          <Show when={chord()} fallback={<span aria-hidden="true">–</span>}>
            <KeyNames chord={chord()} />
          </Show>
        </button>
      </dd>
      <Show when={listening()}>
        <p class="key-press" role="status">
          <Show when={holder()} fallback={say().press}>
            {(other) => say().taken(other().label())}
          </Show>
        </p>
      </Show>
    </div>
  );
};
