import { Show } from "solid-js";
import { bankApi } from "../../data/bank/api.ts";
import { useDesk } from "../../data/desk.ts";
import { createSettings } from "../../data/settings-page.ts";
import { words } from "../../language/index.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { State } from "../../ui/state.tsx";
import { Trouble } from "../conversation/trouble.tsx";
import { Editor } from "./editor.tsx";
import { hoursWords } from "./words.ts";
import "../../style/desk-page.css";

/** For administrators: when the bank is open, what it promises, its teams, and what it says by itself. */
const HoursPage = () => {
  const desk = useDesk();
  const say = hoursWords.words;
  const { dismiss, fault, isSaved, read, save } = createSettings(bankApi(desk.api));
  return (
    <Page class="narrow" title={words().section.hours} lead={say().lead} isBusy={read.isBusy()}>
      <Show when={desk.can("manage-entity")} fallback={<State text={words().problem.forbidden} problem />}>
        <Loaded read={read} failed={say().failed}>
          {(known) => <Editor bank={known()} save={(bank) => void save(bank)} />}
        </Loaded>
        {/* Beside the button, where one looks after pressing it. */}
        <Show when={fault()}>{(error) => <Trouble fault={error()} dismiss={dismiss} />}</Show>
        <p role="status">
          <Show when={isSaved()}>{say().saved}</Show>
        </p>
      </Show>
    </Page>
  );
};

export default HoursPage;
