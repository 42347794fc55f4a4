import { createSignal, For, onMount, Show } from "solid-js";
import { createAttempt } from "../../data/attempt.ts";
import { useDesk } from "../../data/desk.ts";
import { type EvidenceChoice, redactionApi } from "../../data/redaction/api.ts";
import { Trouble } from "../conversation/trouble.tsx";
import { redactionWords } from "./words.ts";

/** Whether what customers quote as a fraudster's is kept, and for which teams: none, unless the bank says so. */
export const EvidenceSwitch = () => {
  const desk = useDesk();
  const say = () => redactionWords.words().evidence;
  const [choice, setChoice] = createSignal<EvidenceChoice>();
  const [news, setNews] = createSignal("");
  const { attempt, dismiss, fault } = createAttempt();
  const api = redactionApi(desk.api);
  const mayChoose = () => desk.can("manage-redaction");
  const tick = (teamId: string, isTicked: boolean) => {
    setNews("");
    setChoice((before) => {
      const others = before?.teamIds.filter((id) => id !== teamId) ?? [];
      return before && { ...before, teamIds: isTicked ? [...others, teamId] : others };
    });
  };
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    await attempt(async () => {
      setChoice(await api.chooseEvidence(choice()?.teamIds ?? []));
      setNews(choice()?.teamIds.length === 0 ? say().savedOff : say().savedOn);
    });
  };
  onMount(() => void attempt(async () => setChoice(await api.evidenceChoice())));
  return (
    <section aria-labelledby="evidence-title">
      <h2 id="evidence-title">{say().title}</h2>
      <form onSubmit={(event) => void save(event)}>
        <p class="quiet-text">{say().lead}</p>
        <Show when={choice()}>
          {(known) => (
            <fieldset class="redaction-teams" disabled={!mayChoose()}>
              <legend>{say().teams}</legend>
              <For each={known().teams}>
                {({ id, name }) => (
                  <label>
                    <input
                      type="checkbox"
                      checked={known().teamIds.includes(id)}
                      onChange={(event) => tick(id, event.currentTarget.checked)}
                    />
                    <span>{name}</span>
                  </label>
                )}
              </For>
            </fieldset>
          )}
        </Show>
        <p>{choice()?.teamIds.length === 0 ? say().off : say().on}</p>
        <Show when={mayChoose()}>
          <div class="redaction-foot">
            <button type="submit" class="button" disabled={!choice()}>
              {say().save}
            </button>
            <span role="status">{news()}</span>
          </div>
        </Show>
      </form>
      <Show when={fault()}>{(error) => <Trouble fault={error()} dismiss={dismiss} />}</Show>
    </section>
  );
};
