import { createSignal, Show } from "solid-js";
import { areNoticesOn, canNotify, switchNotices } from "../../data/alert/browser.ts";
import { words } from "../../language/index.ts";

/** Whether the browser tells too, while the page is out of sight. */
export const Notices = () => {
  const [isRefused, setRefused] = createSignal(false);
  const turn = async (input: HTMLInputElement) => {
    setRefused(!(await switchNotices(input.checked)));
    input.checked = areNoticesOn();
  };
  return (
    <Show when={canNotify()}>
      <section>
        <label class="switch">
          <input
            type="checkbox"
            role="switch"
            aria-checked={areNoticesOn()}
            aria-describedby="notices-hint"
            checked={areNoticesOn()}
            onChange={(event) => void turn(event.currentTarget)}
          />
          <span>{words().settings.notices}</span>
        </label>
        <p class="quiet-text" id="notices-hint">
          {words().settings.noticesHint}
        </p>
        <p role="status">
          <Show when={isRefused()}>{words().settings.noticesRefused}</Show>
        </p>
      </section>
    </Show>
  );
};
