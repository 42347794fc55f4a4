import { Match, Show, Switch } from "solid-js";
import type { Enclosing } from "../../data/enclosure.ts";
import { words } from "../../language/index.ts";
import { ClipIcon, CloseIcon, WarningIcon } from "../../ui/icon.tsx";
import type { Composing } from "./composing.ts";
import { sizeText } from "./size.ts";

/** Chooses a file to send in private. */
export const EnclosureButton = (props: { composing: Composing }) => {
  let input: HTMLInputElement | undefined;
  const isPossible = () => props.composing.fileKinds().length > 0;
  const accept = () =>
    props.composing
      .fileKinds()
      .map((kind) => (kind === "picture" ? "image/jpeg,image/png,image/webp,image/gif" : "application/pdf"))
      .join(",");
  return (
    <Show when={isPossible()}>
      <button
        type="button"
        class="button quiet icon-only small"
        aria-label={words().composer.attach}
        title={words().composer.attach}
        onClick={() => input?.click()}
      >
        <ClipIcon />
      </button>
      <input
        ref={(element) => (input = element)}
        type="file"
        hidden
        aria-label={words().composer.attach}
        accept={accept()}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) props.composing.attach(file);
          event.currentTarget.value = "";
        }}
      />
    </Show>
  );
};

/** The file beside what is being written: what it is, how it stands, and a way to leave it out. */
export const EnclosurePart = (props: { composing: Composing }) => (
  <Show when={props.composing.enclosing()}>
    {(enclosing) => (
      <div class="enclosure" data-state={enclosing().state}>
        <Show when={enclosing().preview} fallback={<ClipIcon />}>
          {(preview) => <img src={preview()} alt="" />}
        </Show>
        <p>
          <span class="enclosure-name">{enclosing().name}</span>{" "}
          <span class="quiet-text">{sizeText(enclosing().sizeBytes)}</span>
          <Standing enclosing={enclosing()} />
        </p>
        <button
          type="button"
          class="button quiet icon-only small"
          aria-label={words().composer.removeFile(enclosing().name)}
          onClick={() => {
            props.composing.removeFile();
            props.composing.focus();
          }}
        >
          <CloseIcon />
        </button>
      </div>
    )}
  </Show>
);

const Standing = (props: { enclosing: Enclosing }) => {
  const say = () => words().composer.file;
  const refusal = () => {
    const kinds = (props.enclosing.found ?? []).map((kind) => words().mark.names[kind] ?? kind);
    return kinds.length > 0 ? say().refused(kinds.join(", ")) : say().unreadable;
  };
  return (
    <span class="enclosure-standing" role="status">
      <Switch>
        <Match when={props.enclosing.state === "sending"}>{say().sending}</Match>
        <Match when={props.enclosing.state === "checking"}>{say().checking}</Match>
        <Match when={props.enclosing.state === "ready"}>{say().ready}</Match>
        <Match when={props.enclosing.state === "refused"}>
          <WarningIcon /> {refusal()}
        </Match>
        <Match when={props.enclosing.state === "failed"}>
          <WarningIcon /> {props.enclosing.reason ?? say().failed}
        </Match>
      </Switch>
    </span>
  );
};
