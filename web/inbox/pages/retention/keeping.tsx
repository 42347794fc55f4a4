import { createSignal, For, Show, Suspense } from "solid-js";
import { registerActions } from "../../action/registry.ts";
import type { Card } from "../../data/api-types.ts";
import { useDesk } from "../../data/desk.ts";
import { createRead } from "../../data/read.ts";
import { type Keeping as Kept, retentionApi } from "../../data/retention/api.ts";
import { language, words } from "../../language/index.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { momentText } from "../../ui/time-model.ts";
import { hasWords } from "../conversation/action-model.ts";
import { holderName } from "../list/model.ts";
import { EraseDialog } from "./erase-dialog.tsx";
import { HoldDialog } from "./hold-dialog.tsx";
import { retentionWords } from "./words.ts";

/** Of one conversation: how long its words are kept, what holds them, and what compliance may do about it. */
const Keeping = (props: { card: Card }) => {
  const desk = useDesk();
  const say = () => retentionWords.words();
  const api = retentionApi(desk.api);
  const read = createRead(
    ({ id }) => api.keeping(id),
    // What happened to it is another version.
    () => ({ id: props.card.id, version: props.card.version }),
  );
  const [asking, setAsking] = createSignal<"hold" | "erase">();
  const mayAct = () => hasWords(props.card);
  const done = () => {
    desk.changes.touch([props.card.id]);
    void read.again();
  };
  registerActions([
    {
      id: "conversation.hold",
      group: "conversation",
      label: () => say().holds.place,
      when: () => desk.can("hold") && mayAct(),
      run: () => setAsking("hold"),
    },
    {
      id: "conversation.erase",
      group: "conversation",
      label: () => say().keeping.erase,
      when: () => desk.can("erase") && mayAct(),
      run: () => setAsking("erase"),
    },
  ]);
  return (
    <section class="details-part" aria-labelledby="keeping-title">
      <h3 id="keeping-title">{say().keeping.title}</h3>
      <Loaded read={read} failed={say().keeping.failed}>
        {(kept) => (
          <>
            <Told kept={kept()} card={props.card} />
            <Show when={mayAct()}>
              <p class="suggested-choice keeping-choice">
                <Show when={desk.can("hold")}>
                  <button type="button" class="button small" onClick={() => setAsking("hold")}>
                    {say().holds.place}
                  </button>
                </Show>
                <Show when={desk.can("erase")}>
                  <button type="button" class="button small" onClick={() => setAsking("erase")}>
                    {say().keeping.erase}
                  </button>
                </Show>
              </p>
            </Show>
            <Suspense>
              <Show when={asking() === "hold"}>
                <HoldDialog card={props.card} kept={kept()} done={done} onClose={() => setAsking(undefined)} />
              </Show>
              <Show when={asking() === "erase"}>
                <EraseDialog card={props.card} kept={kept()} done={done} onClose={() => setAsking(undefined)} />
              </Show>
            </Suspense>
          </>
        )}
      </Loaded>
    </section>
  );
};

const Told = (props: { kept: Kept; card: Card }) => {
  const desk = useDesk();
  const say = () => retentionWords.words().keeping;
  const moment = (at: string) => momentText(at, language());
  const gone = () => {
    const { erasure } = props.kept;
    if (erasure === null) return undefined;
    return erasure.step === "done" ? say().gone(erasure.messages ?? 0, erasure.notes ?? 0) : say().going;
  };
  return (
    <>
      <Show when={gone()}>{(text) => <p class="quiet-text">{text()}</p>}</Show>
      <Show when={hasWords(props.card) && props.kept.holds.length === 0}>
        <p class="quiet-text">
          <Show when={props.kept.wordsDays} fallback={say().unset}>
            {(days) => (
              <Show when={props.kept.dueAt} fallback={say().open(days())}>
                {(at) => say().due(moment(at()), days())}
              </Show>
            )}
          </Show>
        </p>
      </Show>
      <For each={props.kept.holds}>
        {({ at, by, reference }) => (
          <p>{say().heldBy(reference, holderName(by, desk.agents(), desk.me.agent.id, words()), moment(at))}</p>
        )}
      </For>
    </>
  );
};

export default Keeping;
