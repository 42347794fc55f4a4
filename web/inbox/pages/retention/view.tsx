import { Show } from "solid-js";
import { useDesk } from "../../data/desk.ts";
import { words } from "../../language/index.ts";
import { Page } from "../../ui/page.tsx";
import { ComingErasures } from "./coming.tsx";
import { Holds } from "./holds.tsx";
import { TermSetting } from "./term.tsx";
import { retentionWords } from "./words.ts";
import "../../style/redaction.css";
import "../../style/desk-page.css";

/** How long words are kept, what is held, and what is to go. */
const RetentionPage = () => {
  const desk = useDesk();
  return (
    <Page class="redaction" title={words().section.retention} lead={retentionWords.words().lead}>
      <Show when={desk.can("read-retention")} fallback={<p>{words().problem.forbidden}</p>}>
        <TermSetting />
        <Holds />
        <ComingErasures />
      </Show>
    </Page>
  );
};

export default RetentionPage;
