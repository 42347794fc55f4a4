import { createResource, createSignal, For, Match, Show, Switch } from "solid-js";
import type { Card, ContactNote, Surroundings } from "../../data/api-types.ts";
import { createAttempt } from "../../data/attempt.ts";
import type { OpenConversation } from "../../data/conversation/open.ts";
import { useDesk } from "../../data/desk.ts";
import type { Filter } from "../../data/inbox/model.ts";
import { words } from "../../language/index.ts";
import { readable } from "../../language/label.ts";
import { CloseIcon } from "../../ui/icon.tsx";
import { Moment } from "../../ui/moment.tsx";
import { holderName } from "../list/model.ts";
import { mayCareFor } from "./action-model.ts";
import { Cards } from "./contact-cards.tsx";
import { Linked } from "./linked.tsx";
import { Trouble } from "./trouble.tsx";

type Props = { card: Card; conversation: OpenConversation; filter: Filter };

/** What is known of the contact beyond this conversation, and who else writes in the same thread. */
export const Contact = (props: Props) => {
  const desk = useDesk();
  // Asked again when a message comes, or a thread: another conversation may have begun meanwhile.
  const [around, { mutate, refetch }] = createResource(
    () => `${props.card.id} ${props.card.inboundCount} ${props.card.mergedIds.join()}`,
    () => desk.api.surroundings(props.card.id),
  );
  return (
    <Switch>
      <Match when={around.error}>
        <p class="details-failed" role="alert">
          {words().contact.failed}{" "}
          <button type="button" class="button small" onClick={() => void refetch()}>
            {words().retry}
          </button>
        </p>
      </Match>
      <Match when={around.latest}>
        {(known) => (
          <>
            <Post post={known().post} />
            <Cards
              title={words().contact.earlier}
              empty={words().contact.none}
              cards={known().earlier}
              filter={props.filter}
              {...(mayCareFor(props.card, desk)
                ? { here: props.card, merge: (other: Card) => void props.conversation.merge(other) }
                : {})}
            />
            <Show when={known().thread.length > 0}>
              <Cards title={words().contact.thread} cards={known().thread} filter={props.filter} isOthers />
            </Show>
            <Show when={known().notes}>
              <Linked card={props.card} links={known().links} filter={props.filter} reread={() => void refetch()} />
            </Show>
            <Show when={known().notes}>
              {(notes) => (
                <Notes card={props.card} notes={notes()} show={(changed) => mutate({ ...known(), notes: changed })} />
              )}
            </Show>
          </>
        )}
      </Match>
      <Match when={true}>
        <div class="details-part" aria-busy="true">
          <span class="bone" />
          <span class="bone half" />
        </div>
      </Match>
    </Switch>
  );
};

const Post = (props: { post: Surroundings["post"] }) => (
  <Show when={props.post}>
    {(post) => (
      <section class="details-part">
        <h3>{words().contact.post}</h3>
        <blockquote class="around-post">
          <p>{readable(post().text)}</p>
          <Moment at={post().at} />
        </blockquote>
      </section>
    )}
  </Show>
);

type NotesProps = { card: Card; notes: readonly ContactNote[]; show: (notes: ContactNote[]) => void };

const Notes = (props: NotesProps) => {
  const desk = useDesk();
  const [text, setText] = createSignal("");
  const { attempt, dismiss, fault } = createAttempt();
  const add = () =>
    attempt(async () => {
      const note = await desk.api.noteContact(props.card.id, crypto.randomUUID(), text().trim());
      setText("");
      props.show([...props.notes, note]);
    });
  const remove = (noteId: string) =>
    attempt(async () => {
      await desk.api.removeContactNote(props.card.id, noteId);
      props.show(props.notes.filter(({ id }) => id !== noteId));
    });
  const mayRemove = (note: ContactNote) => note.by === desk.me.agent.id || desk.can("assign");
  return (
    <section class="details-part">
      <h3>{words().contact.notes}</h3>
      <Show when={fault()}>{(error) => <Trouble fault={error()} dismiss={dismiss} />}</Show>
      <ul class="contact-notes">
        <For each={props.notes}>
          {(note) => (
            <li class="contact-note">
              <p>{readable(note.text)}</p>
              <p class="around-line quiet-text">
                <span>{holderName(note.by, desk.agents(), desk.me.agent.id, words())}</span>
                <Moment at={note.at} />
                <Show when={desk.can("reply") && mayRemove(note)}>
                  <button
                    type="button"
                    class="button quiet icon-only small"
                    aria-label={words().contact.remove}
                    onClick={() => void remove(note.id)}
                  >
                    <CloseIcon />
                  </button>
                </Show>
              </p>
            </li>
          )}
        </For>
      </ul>
      <Show when={desk.can("reply")}>
        <form
          class="contact-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (text().trim() !== "") void add();
          }}
        >
          <textarea
            rows="2"
            maxlength="1000"
            aria-label={words().contact.write}
            placeholder={words().contact.write}
            value={text()}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <button type="submit" class="button small" disabled={text().trim() === ""}>
            {words().contact.add}
          </button>
        </form>
      </Show>
    </section>
  );
};
