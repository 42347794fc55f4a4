import { keysAreOn } from "../../action/binding.ts";
import { words } from "../../language/index.ts";
import { InboxIcon } from "../../ui/icon.tsx";
import { State } from "../../ui/state.tsx";

export const NothingOpen = () => (
  <div class="nothing-open">
    <InboxIcon />
    <State {...(keysAreOn() ? words().conversation.none : words().conversation.noneNoKeys)} />
  </div>
);
