import { createSignal, createUniqueId, Show } from "solid-js";
import { createAttempt } from "../../data/attempt.ts";
import { useDesk } from "../../data/desk.ts";
import { type Profile, peopleApi } from "../../data/people/api.ts";
import { isOvertaken } from "../../data/settings.ts";
import { createEdited } from "../../data/settings-page.ts";
import { Trouble } from "../conversation/trouble.tsx";
import { Fields } from "./fields.tsx";
import { Removal } from "./removal.tsx";
import { peopleWords } from "./words.ts";

type Props = {
  /** Undefined for somebody who is not here yet. */
  id: string | undefined;
  profile: Profile;
  taken: readonly string[];
  close: (done?: string) => void;
  readAgain?: () => Promise<void>;
};

/** One person, changed together and kept in one press. */
export const Editor = (props: Props) => {
  const say = peopleWords.words;
  const desk = useDesk();
  const fieldId = createUniqueId();
  const api = peopleApi(desk.api);
  const [profile, setProfile] = createEdited(() => props.profile);
  const [newId, setNewId] = createSignal("");
  const { attempt, dismiss, fault } = createAttempt();
  const id = () => props.id ?? newId().trim();
  const isTaken = () => props.id === undefined && props.taken.includes(id());
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isTaken()) return;
    const isDone = await attempt(() => api.save(id(), profile()));
    if (isDone) props.close(say().saved(profile().name));
    else if (isOvertaken(fault())) await props.readAgain?.();
  };
  return (
    <>
      <Show when={fault()}>{(error) => <Trouble ofSettings fault={error()} dismiss={dismiss} />}</Show>
      <form class="desk-form" autocomplete="off" onSubmit={(event) => void save(event)}>
        <h2>{props.id === undefined ? say().newPerson : props.profile.name}</h2>
        <Show when={props.id === undefined} fallback={<p class="quiet-text">{say().knownAs(id())}</p>}>
          <label for={fieldId}>
            <span>{say().id}</span>
          </label>
          <input
            id={fieldId}
            required
            maxlength="100"
            pattern="\S+"
            autocapitalize="none"
            spellcheck={false}
            aria-describedby={`${fieldId}-hint`}
            aria-invalid={isTaken()}
            value={newId()}
            onInput={(event) => setNewId(event.currentTarget.value)}
          />
          <p class="quiet-text" id={`${fieldId}-hint`}>
            {isTaken() ? say().taken : say().idHint}
          </p>
        </Show>
        <Fields
          profile={profile()}
          isSelf={props.id === desk.me.agent.id}
          change={(part) => setProfile((known) => ({ ...known, ...part }))}
        />
        <div class="desk-buttons">
          <button type="submit" class="button primary" disabled={isTaken()}>
            {say().save}
          </button>
          <button type="button" class="button" onClick={() => props.close()}>
            {say().cancel}
          </button>
          <Show when={props.id !== undefined && props.id !== desk.me.agent.id && props.id}>
            {(known) => (
              <Removal
                name={props.profile.name}
                remove={() => api.remove(known())}
                done={() => props.close(say().removed(props.profile.name))}
              />
            )}
          </Show>
        </div>
      </form>
    </>
  );
};
