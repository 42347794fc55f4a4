import { createSignal, For, Show } from "solid-js";
import { words } from "../../language/index.ts";
import { Modal } from "../../ui/dialog/view.tsx";
import { LanguageChoice } from "../../ui/language-choice.tsx";
import { sendKeys } from "../../ui/platform.ts";
import { setTheme, THEMES, theme } from "../../ui/theme.ts";
import { keysAreOn, setKeysOn } from "../frame/keys.ts";

/** Language, appearance and the keys: what "?" opens. */
const Settings = (props: { onClose: () => void }) => (
  <Modal title={words().settings.title} onClose={props.onClose}>
    <div class="settings">
      <LanguageChoice />
      <ThemeChoice />
      <Keys />
    </div>
  </Modal>
);

const ThemeChoice = () => {
  const [chosen, setChosen] = createSignal(theme());
  return (
    <fieldset class="choice">
      <legend>{words().settings.theme}</legend>
      <For each={THEMES}>
        {(name) => (
          <label>
            <input
              type="radio"
              name="theme"
              value={name}
              checked={chosen() === name}
              onChange={() => {
                setTheme(name);
                setChosen(name);
              }}
            />
            <span>{words().settings.themes[name]}</span>
          </label>
        )}
      </For>
    </fieldset>
  );
};

const Keys = () => {
  const [on, setOn] = createSignal(keysAreOn());
  const rows = () => {
    const say = words().keys.list;
    return [
      { keys: ["J", "↓"], does: say.next },
      { keys: ["K", "↑"], does: say.previous },
      { keys: ["↵"], does: say.open },
      { keys: ["U"], does: say.back },
      { keys: ["R"], does: say.reply },
      { keys: ["N"], does: say.note },
      { keys: ["T"], does: say.take },
      { keys: ["?"], does: say.help },
    ];
  };
  return (
    <section class="keys">
      <h3>{words().keys.title}</h3>
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          aria-checked={on()}
          checked={on()}
          onChange={(event) => {
            setKeysOn(event.currentTarget.checked);
            setOn(event.currentTarget.checked);
          }}
        />
        <span>{words().keys.on}</span>
      </label>
      <p class="quiet-text">{words().keys.help}</p>
      <dl class="key-list">
        <Show when={on()}>
          <For each={rows()}>{(row) => <KeyRow {...row} />}</For>
        </Show>
        <KeyRow keys={sendKeys()} does={words().keys.list.send} />
      </dl>
    </section>
  );
};

const KeyRow = (props: { keys: string[]; does: string }) => (
  <div>
    <dt>{props.does}</dt>
    <dd>
      <For each={props.keys}>{(key) => <kbd>{key}</kbd>}</For>
    </dd>
  </div>
);

export default Settings;
