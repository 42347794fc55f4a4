import { Show } from "solid-js";
import { ariaKeys } from "../../action/binding.ts";
import type { Draft } from "../../data/draft.ts";
import { words } from "../../language/index.ts";
import { GlobeIcon, LockIcon, NoteIcon } from "../../ui/icon.tsx";
import type { Composing } from "./composing.ts";

/** Who will read it: everybody, the customer alone, or colleagues. */
export const Modes = (props: { composing: Composing }) => {
  const { composing } = props;
  const isPublic = () => composing.card().visibility === "public";
  const choice = (mode: Draft["mode"], action: string) => ({
    type: "radio" as const,
    name: "mode",
    checked: composing.mode() === mode,
    "aria-keyshortcuts": ariaKeys(action),
    onChange: () => composing.setMode(mode),
  });
  return (
    <fieldset class="modes">
      <legend class="sr-only">{words().composer.mode}</legend>
      <label class="mode" data-visibility={composing.card().visibility}>
        <input {...choice("reply", "write.reply")} />
        <Show when={isPublic()} fallback={<LockIcon />}>
          <GlobeIcon />
        </Show>
        <span>{isPublic() ? words().composer.publicReply : words().composer.privateReply}</span>
        <Begun when={composing.isNote() && composing.hasAside()} />
      </label>
      <Show when={composing.privateTarget() !== undefined || composing.mode() === "private"}>
        <label class="mode" data-visibility="private">
          <input {...choice("private", "write.private")} />
          <LockIcon />
          <span>{words().composer.privateReply}</span>
        </label>
      </Show>
      <label class="mode" data-visibility="internal">
        <input {...choice("note", "write.note")} />
        <NoteIcon />
        <span>{words().composer.note}</span>
        <Begun when={!composing.isNote() && composing.hasAside()} />
      </label>
    </fieldset>
  );
};

/** Words wait on this side. */
const Begun = (props: { when: boolean }) => (
  <Show when={props.when}>
    <span class="mode-begun" title={words().list.draft} />
    <span class="sr-only">{words().list.draft}</span>
  </Show>
);
