import { createSignal, Show } from "solid-js";
import type { Directory } from "../../data/api-types.ts";
import { createAttempt } from "../../data/attempt.ts";
import { useDesk } from "../../data/desk.ts";
import { createRead } from "../../data/read.ts";
import { isOvertaken } from "../../data/settings.ts";
import { words } from "../../language/index.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { Trouble } from "../conversation/trouble.tsx";
import { Editor } from "./editor.tsx";
import { directoryWords } from "./words.ts";
import "../../style/desk-page.css";

/** For who decides where work goes: lists of people, branches and experts, the bank's names. */
const DirectoryPage = () => {
  const desk = useDesk();
  const say = directoryWords.words;
  const read = createRead(() => desk.api.directory());
  const [isSaved, setSaved] = createSignal(false);
  const { attempt, dismiss, fault } = createAttempt();
  const save = async (directory: Directory) => {
    setSaved(false);
    const isDone = await attempt(() => desk.api.saveDirectory(crypto.randomUUID(), directory));
    if (isDone || isOvertaken(fault())) await read.again();
    setSaved(isDone);
  };
  return (
    <Page class="narrow" title={words().section.directory} lead={say().lead} isBusy={read.isBusy()}>
      <Show when={desk.can("manage-directory")} fallback={<p>{words().problem.forbidden}</p>}>
        <Show when={fault()}>{(error) => <Trouble fault={error()} dismiss={dismiss} />}</Show>
        <Loaded read={read} failed={say().failed}>
          {(known) => <Editor directory={known()} save={(directory) => void save(directory)} />}
        </Loaded>
        <p role="status">
          <Show when={isSaved()}>{say().saved}</Show>
        </p>
      </Show>
    </Page>
  );
};

export default DirectoryPage;
