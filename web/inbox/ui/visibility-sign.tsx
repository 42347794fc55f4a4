import { Match, Switch } from "solid-js";
import { words } from "../language/index.ts";
import { GlobeIcon, LockIcon, NoteIcon } from "./icon.tsx";

/** Who can read it: by sign and by word. */
export const VisibilitySign = (props: { visibility: "public" | "private" | "internal" }) => (
  <span class="visibility" data-visibility={props.visibility}>
    <Switch>
      <Match when={props.visibility === "public"}>
        <GlobeIcon />
      </Match>
      <Match when={props.visibility === "private"}>
        <LockIcon />
      </Match>
      <Match when={props.visibility === "internal"}>
        <NoteIcon />
      </Match>
    </Switch>
    <span>{words().visibility[props.visibility]}</span>
  </span>
);
