import { createSignal, Show } from "solid-js";
import { createAttempt } from "../../data/attempt.ts";
import { type Bank, bankApi } from "../../data/bank/api.ts";
import { useDesk } from "../../data/desk.ts";
import { createRead } from "../../data/read.ts";
import { isOvertaken } from "../../data/settings.ts";
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
  const api = bankApi(desk.api);
  const read = createRead(api.read);
  const [isSaved, setSaved] = createSignal(false);
  const { attempt, dismiss, fault } = createAttempt();
  const save = async (bank: Bank) => {
    setSaved(false);
    const isDone = await attempt(() => api.save(bank));
    if (isDone || isOvertaken(fault())) await read.again();
    setSaved(isDone);
  };
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
