import { A, useLocation } from "@solidjs/router";
import { createMemo, createResource, createSignal, For, onMount, Show } from "solid-js";
import { createAttempt } from "../../data/attempt.ts";
import { useDesk } from "../../data/desk.ts";
import { createLogApi, type LogEntry, type LogPage, type RulesOf } from "../../data/log/api.ts";
import { createRead } from "../../data/read.ts";
import { language, words } from "../../language/index.ts";
import { contactName } from "../../ui/contact-name.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { saveFile } from "../../ui/save-file.ts";
import { State } from "../../ui/state.tsx";
import { exactMomentText } from "../../ui/time-model.ts";
import { Trouble } from "../conversation/trouble.tsx";
import { idFrom } from "../frame/model.ts";
import { actorText, eventTitle, factsOf, type Naming, redactedIn } from "./model.ts";
import { Rules } from "./rules.tsx";
import { logWords } from "./words.ts";
import "../../style/log.css";

/** `/log` is the bank's, `/log/:id` a conversation's. */
const LogPageView = () => {
  const place = useLocation();
  const conversationId = createMemo(() => /^\/log\/([^/]+)/.exec(place.pathname)?.[1]);
  return (
    <Show when={conversationId()} keyed fallback={<Administration />}>
      {(id) => <OfConversation id={idFrom(id)} />}
    </Show>
  );
};

const Administration = () => {
  const desk = useDesk();
  return (
    <Page
      class="log"
      title={words().section.log}
      lead={logWords.words().lead}
      tools={
        <Show when={desk.can("approve-incident") || desk.can("supervise")}>
          <A class="button" href="/incidents/closed">
            {logWords.words().closedIncidents}
          </A>
        </Show>
      }
    >
      <Show when={desk.can("read-admin-log")} fallback={<State text={words().problem.forbidden} problem />}>
        <Entries read={createLogApi(desk.api.http).administration} />
      </Show>
    </Page>
  );
};

const OfConversation = (props: { id: string }) => {
  const desk = useDesk();
  const api = createLogApi(desk.api.http);
  // Whose it is, for who comes by a link; the log itself does without.
  const [card] = createResource(
    () => props.id,
    async (id) => (await desk.api.cards([id]).catch(() => undefined))?.items[0],
  );
  const whose = () => {
    const known = card();
    const name = known && contactName(known);
    return known && `${name} · ${words().channel[known.channel]}`;
  };
  return (
    <Page
      class="log"
      title={words().section.log}
      lead={
        <>
          <Show when={whose()}>
            {(named) => (
              <strong class="log-whose">
                {named()}
                <br />
              </strong>
            )}
          </Show>
          {logWords.words().conversationLead}
        </>
      }
      tools={
        <A class="button" href={`/c/${encodeURIComponent(props.id)}`}>
          {logWords.words().back}
        </A>
      }
    >
      <Show when={desk.can("read-log")} fallback={<State text={words().problem.forbidden} problem />}>
        <Export save={async () => saveFile(await api.dossier(props.id), `${props.id}.json`)} />
        <Entries
          read={(before) => api.conversation(props.id, before)}
          rules={desk.can("explain-redaction") ? (messageId) => api.rules(props.id, messageId) : undefined}
        />
      </Show>
    </Page>
  );
};

/** The proof, to be taken along. */
const Export = (props: { save: () => Promise<void> }) => {
  const [isBusy, setBusy] = createSignal(false);
  const { attempt, dismiss, fault } = createAttempt();
  const save = async () => {
    setBusy(true);
    await attempt(props.save);
    setBusy(false);
  };
  return (
    <div class="log-export">
      <button
        type="button"
        class="button"
        disabled={isBusy()}
        aria-describedby="log-dossier"
        onClick={() => void save()}
      >
        {isBusy() ? logWords.words().dossierBusy : logWords.words().dossier}
      </button>
      <p class="quiet-text" id="log-dossier">
        {logWords.words().dossierMeans}
      </p>
      <Show when={fault()}>{(known) => <Trouble fault={known()} dismiss={dismiss} />}</Show>
    </div>
  );
};

type EntriesProps = {
  read: (before?: number) => Promise<LogPage>;
  /** Which rules removed something of a message, for who may know. */
  rules?: ((messageId: string) => Promise<RulesOf>) | undefined;
};

const Entries = (props: EntriesProps) => {
  const desk = useDesk();
  const read = createRead(() => props.read());
  const { attempt, dismiss, fault } = createAttempt();
  // Names for who did it; without them ids are shown.
  onMount(() => void desk.loadAgents());
  const naming = (): Naming => ({
    agents: desk.agents(),
    teams: desk.me.entity.teams,
    language: language(),
    say: logWords.words(),
    words: words(),
  });
  const readEarlier = (before: number) =>
    attempt(async () => {
      const earlier = await props.read(before);
      read.change(({ entries, intact }) => ({
        ...earlier,
        entries: [...earlier.entries, ...entries],
        intact: earlier.intact && intact,
      }));
    });
  return (
    <Loaded read={read} failed={logWords.words().failed}>
      {(page) => (
        <Show when={page().entries.length > 0} fallback={<State text={logWords.words().empty} />}>
          <p
            class="log-verdict"
            role={page().intact ? undefined : "alert"}
            data-broken={page().intact ? undefined : ""}
          >
            {page().intact ? logWords.words().whole(page().entries.length) : logWords.words().broken}
          </p>
          <ol class="log-entries" reversed>
            <For each={page().entries.toReversed()}>
              {(entry) => <Entry entry={entry} naming={naming()} rules={props.rules} />}
            </For>
          </ol>
          <Show when={page().previous}>
            {(before) => (
              <button type="button" class="button log-earlier" onClick={() => void readEarlier(before())}>
                {logWords.words().earlier}
              </button>
            )}
          </Show>
          <Show when={fault()}>{(known) => <Trouble fault={known()} dismiss={dismiss} />}</Show>
        </Show>
      )}
    </Loaded>
  );
};

type EntryProps = { entry: LogEntry; naming: Naming; rules: ((messageId: string) => Promise<RulesOf>) | undefined };

const Entry = (props: EntryProps) => (
  <li class="log-entry" value={props.entry.version}>
    <p class="log-who">
      <time datetime={props.entry.at}>{exactMomentText(props.entry.at, language())}</time>
      <span>{actorText(props.entry.actor, props.naming)}</span>
    </p>
    <For each={props.entry.events}>
      {(event) => (
        <div class="log-event">
          <strong>{eventTitle(event, props.naming.say)}</strong>
          <For each={factsOf(event, props.naming)}>
            {({ name, path, value }) => (
              <span class="log-fact">
                {name} {path === undefined ? value : <A href={path}>{value}</A>}
              </span>
            )}
          </For>
          <Show when={props.rules && redactedIn(event)}>
            {(messageId) => <Rules read={() => props.rules?.(messageId())} />}
          </Show>
        </div>
      )}
    </For>
    <details>
      <summary>
        {logWords.words().asKept}
        <span class="sr-only">: {logWords.words().entry(props.entry.version)}</span>
      </summary>
      <pre>{JSON.stringify(withoutHash(props.entry), null, 2)}</pre>
      <p class="log-hash">
        {logWords.words().hash} <code>{props.entry.hash}</code>
      </p>
    </details>
  </li>
);

/** The hash is of the rest. */
const withoutHash = ({ hash: _, ...kept }: LogEntry): Omit<LogEntry, "hash"> => kept;

export default LogPageView;
