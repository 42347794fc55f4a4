import { createSignal, For, Show } from "solid-js";
import { keys, setKeys } from "../../action/binding.ts";
import { KeyHelp } from "../../action/help.tsx";
import { useDesk } from "../../data/desk.ts";
import { words } from "../../language/index.ts";
import { Modal } from "../../ui/dialog/view.tsx";
import { LanguageChoice } from "../../ui/language-choice.tsx";
import { setTheme, THEMES, theme } from "../../ui/theme.ts";
import { Notices } from "./notices.tsx";

/** Language, appearance and the keys: what "?" opens. */
const Settings = (props: { onClose: () => void }) => {
  const desk = useDesk();
  return (
    <Modal title={words().settings.title} onClose={props.onClose}>
      <div class="settings">
        <LanguageChoice />
        <ThemeChoice />
        <Notices />
        <Show when={desk.can("reply")}>
          <Signature />
        </Show>
        <Keys />
      </div>
    </Modal>
  );
};

/** Who answered, as customers are used to read it on social networks. */
const Signature = () => {
  const desk = useDesk();
  const [state, setState] = createSignal<"idle" | "saved" | "failed">("idle");
  const save = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const initials = String(new FormData(event.currentTarget).get("initials") ?? "").toUpperCase();
    try {
      await desk.savePreferences({ initials });
      setState("saved");
    } catch (fault) {
      desk.report(fault);
      setState("failed");
    }
  };
  return (
    <form class="signature-form" onSubmit={(event) => void save(event)}>
      <label for="initials">{words().settings.initials}</label>
      <span class="signature-line">
        <input
          id="initials"
          name="initials"
          maxlength="4"
          pattern="\p{L}{0,4}"
          autocomplete="off"
          aria-describedby="initials-hint"
          value={desk.preferences().initials ?? ""}
        />
        <button type="submit" class="button small">
          {words().settings.save}
        </button>
        <span role="status">
          <Show when={state() === "saved"}>{words().settings.saved}</Show>
          <Show when={state() === "failed"}>{words().settings.saveFailed}</Show>
        </span>
      </span>
      <p class="quiet-text" id="initials-hint">
        {words().settings.initialsHint}
      </p>
    </form>
  );
};

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
