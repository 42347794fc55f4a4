import { createSignal, Show } from "solid-js";
import { words } from "../../language/index.ts";
import { LockIcon } from "../../ui/icon.tsx";
import type { Composing } from "./composing.ts";

/** X's own way from public to private: a button below the answer that opens a message to the bank. */
export const Invite = (props: { composing: Composing }) => {
  const [invites, setInvites] = createSignal(false);
  const isPossible = () => props.composing.card().channel === "x.mention" && props.composing.mode() === "reply";
  props.composing.beforeSend(() => {
    const isWanted = invites() && isPossible();
    setInvites(false);
    return isWanted ? { go: true, with: { invitesPrivately: true } } : { go: true };
  });
  return (
    <Show when={isPossible()}>
      <button
        type="button"
        class="button quiet small invite"
        aria-pressed={invites()}
        title={words().composer.inviteHint}
        onClick={() => setInvites(!invites())}
      >
        <LockIcon />
        <span>{words().composer.invite}</span>
      </button>
    </Show>
  );
};
