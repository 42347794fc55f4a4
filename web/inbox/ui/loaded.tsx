import { type Accessor, type JSX, Match, Switch } from "solid-js";
import type { Read } from "../data/read.ts";
import { words } from "../language/index.ts";
import { faultText } from "./fault-text.ts";
import { State } from "./state.tsx";

/** What was read, or a skeleton until it is there, or that it failed, why, and how to try again. */
export const Loaded = <T,>(props: {
  read: Read<T>;
  failed: string;
  bone?: JSX.Element;
  children: (known: Accessor<NonNullable<T>>) => JSX.Element;
}) => (
  <Switch fallback={props.bone ?? <div class="bone page-bone" aria-hidden="true" />}>
    <Match when={props.read.hasFailed()}>
      <State text={`${props.failed} ${faultText(props.read.fault())}`} problem>
        <button type="button" class="button" onClick={() => void props.read.again()}>
          {words().retry}
        </button>
      </State>
    </Match>
    <Match when={props.read.known()}>{(known) => props.children(known)}</Match>
  </Switch>
);
