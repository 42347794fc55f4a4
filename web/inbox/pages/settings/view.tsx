import { createSignal, For } from "solid-js";
import { keys, setKeys } from "../../action/binding.ts";
import { KeyHelp } from "../../action/help.tsx";
import { useDesk } from "../../data/desk.ts";
import { words } from "../../language/index.ts";
import { Modal } from "../../ui/dialog/view.tsx";
import { LanguageChoice } from "../../ui/language-choice.tsx";
import { setTheme, THEMES, theme } from "../../ui/theme.ts";

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
  const desk = useDesk();
  const turn = (areOn: boolean) => {
    setKeys({ ...keys(), areOn });
    void desk.savePreferences({ keysOn: areOn }).catch(() => setKeys({ ...keys(), areOn: !areOn }));
  };
  return (
    <section class="keys">
      <h3>{words().keys.title}</h3>
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          aria-checked={keys().areOn}
          checked={keys().areOn}
          onChange={(event) => turn(event.currentTarget.checked)}
        />
        <span>{words().keys.on}</span>
      </label>
      <p class="quiet-text">{words().keys.help}</p>
      <KeyHelp />
    </section>
  );
};

export default Settings;
