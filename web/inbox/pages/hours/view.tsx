import { Show } from "solid-js";
import { bankApi } from "../../data/bank/api.ts";
import { useDesk } from "../../data/desk.ts";
import { createSettings } from "../../data/settings-page.ts";
import { words } from "../../language/index.ts";
import { Page } from "../../ui/page.tsx";
import { State } from "../../ui/state.tsx";
import { Settings } from "../frame/settings.tsx";
import { Editor } from "./editor.tsx";
import { hoursWords } from "./words.ts";
import "../../style/desk-page.css";

/** For administrators: when the bank is open, what it promises, its teams, and what it says by itself. */
const HoursPage = () => {
  const desk = useDesk();
  const say = hoursWords.words;
  const settings = createSettings(bankApi(desk.api));
  return (
    <Page class="narrow" title={words().section.hours} lead={say().lead} isBusy={settings.read.isBusy()}>
      <Show when={desk.can("manage-entity")} fallback={<State text={words().problem.forbidden} problem />}>
        <Settings settings={settings} failed={say().failed} saved={say().saved}>
          {(known) => <Editor bank={known()} save={(bank) => void settings.save(bank)} />}
        </Settings>
      </Show>
    </Page>
  );
};

export default HoursPage;
