import { type Accessor, type JSX, Show } from "solid-js";
import type { createSettings } from "../../data/settings-page.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { Trouble } from "../conversation/trouble.tsx";

type Props<Settings> = {
  settings: ReturnType<typeof createSettings<Settings>>;
  /** What is said where they could not be read, and once they are kept. */
  failed: string;
  saved: string;
  children: (known: Accessor<NonNullable<Settings>>) => JSX.Element;
};

/** Settings as they are changed, and what came of keeping them, beside the button, where one looks after pressing it. */
export const Settings = <Kept,>(props: Props<Kept>) => (
  <>
    <Loaded read={props.settings.read} failed={props.failed}>
      {(known) => props.children(known)}
    </Loaded>
    <Show when={props.settings.fault()}>
      {(error) => <Trouble ofSettings fault={error()} dismiss={props.settings.dismiss} />}
    </Show>
    <p role="status">
      <Show when={props.settings.isSaved()}>{props.saved}</Show>
    </p>
  </>
);
