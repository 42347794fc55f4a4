import { Show } from "solid-js";
import type { Card } from "../../data/api-types.ts";
import { language } from "../../language/index.ts";
import { momentText } from "../../ui/time-model.ts";
import { retentionWords } from "./words.ts";

/** An old link is told the truth: that there were words, when they went and why. */
const Gone = (props: { card: Card }) => {
  const say = () => retentionWords.words();
  return (
    <>
      <Show when={props.card.erased}>
        {(erased) => {
          const at = () => momentText(erased().at, language());
          const ground = () => say().erase.grounds[erased().ground];
          return (
            <section class="suggested" aria-label={say().gone.title}>
              <Show when={!erased().isPast} fallback={<p>{say().gone.before(at(), ground())}</p>}>
                <p>
                  <strong>{say().gone.title}.</strong> {say().gone.lead(at(), ground())}
                </p>
              </Show>
            </section>
          );
        }}
      </Show>
      <Show when={props.card.onHold}>
        <div class="suggested">
          <p class="quiet-text">{say().gone.held}</p>
        </div>
      </Show>
    </>
  );
};

export default Gone;
