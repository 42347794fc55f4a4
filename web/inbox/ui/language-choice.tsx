import { For } from "solid-js";
import { language, setLanguage, words } from "../language/index.ts";
import { LANGUAGES } from "../language/model.ts";

/** Each language in its own name. */
export const LanguageChoice = () => (
  <fieldset class="choice">
    <legend>{words().settings.language}</legend>
    <For each={LANGUAGES}>
      {({ code, name }) => (
        <label lang={code}>
          <input
            type="radio"
            name="language"
            value={code}
            checked={language() === code}
            onChange={() => void setLanguage(code)}
          />
          <span>{name}</span>
        </label>
      )}
    </For>
  </fieldset>
);
