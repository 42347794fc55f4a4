import { words } from "../../language/index.ts";
import { InboxIcon } from "../../ui/icon.tsx";
import { State } from "../../ui/state.tsx";
import { keysAreOn } from "../frame/keys.ts";

export const NothingOpen = () => (
  <div class="nothing-open">
    <InboxIcon />
    <State {...(keysAreOn() ? words().conversation.none : words().conversation.noneNoKeys)} />
  </div>
);
