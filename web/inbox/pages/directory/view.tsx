import { Show } from "solid-js";
import type { Directory } from "../../data/api-types.ts";
import { useDesk } from "../../data/desk.ts";
import { createSettings } from "../../data/settings-page.ts";
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
  const { dismiss, fault, isSaved, read, save } = createSettings({
    read: () => desk.api.directory(),
    save: (directory: Directory) => desk.api.saveDirectory(crypto.randomUUID(), directory),
  });
  return (
    <Page class="narrow" title={words().section.directory} lead={say().lead} isBusy={read.isBusy()}>
      <Show when={desk.can("manage-directory")} fallback={<p>{words().problem.forbidden}</p>}>
        <Show when={fault()}>{(error) => <Trouble ofSettings fault={error()} dismiss={dismiss} />}</Show>
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
