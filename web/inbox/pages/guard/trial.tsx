import { createMemo, createSignal, Show } from "solid-js";
import type { Guarding } from "../../data/reply/api.ts";
import Findings from "../conversation/guard-findings.tsx";
import { findingsIn } from "../conversation/guard-model.ts";
import { guardWords } from "./words.ts";

/** A reply is read as the composer reads it; nothing is sent, nothing is kept. */
export const Trial = (props: { guarding: Guarding }) => {
  const say = guardWords.words;
  const [text, setText] = createSignal("");
  const [isPublic, setPublic] = createSignal(true);
  const findings = createMemo(() =>
    text().trim() === "" ? [] : findingsIn(text(), { ...props.guarding, isPublic: isPublic(), language: undefined }),
  );
  return (
    <section class="desk-card desk-form">
      <h2>{say().tryTitle}</h2>
      <label>
        <span>{say().tryText}</span>
        <textarea rows="3" autocomplete="off" onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <div class="desk-buttons">
        <div class="switch">
          <input
            id="trial-public"
            type="checkbox"
            checked={isPublic()}
            onChange={(event) => setPublic(event.currentTarget.checked)}
          />
          <label for="trial-public">{say().tryPublic}</label>
        </div>
      </div>
      <Show
        when={findings().length > 0}
        fallback={<p class="quiet-text">{text().trim() === "" ? "" : say().nothing}</p>}
      >
        <Findings text={text()} findings={findings()} isPublic={isPublic()} />
      </Show>
    </section>
  );
};
