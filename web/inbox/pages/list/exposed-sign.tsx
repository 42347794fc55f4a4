import { Show } from "solid-js";
import type { Card } from "../../data/api-types.ts";
import { words } from "../../language/index.ts";
import { AlarmIcon } from "../../ui/icon.tsx";

/** On a card: what everybody can read at the network, and whoever poses as the bank there, must not stay. */
export const ExposedSign = (props: { card: Card }) => (
  <>
    <Show when={props.card.exposedAt}>
      <span class="exposed-sign">
        <AlarmIcon />
        <span>{words().exposure.sign}</span>
      </span>
    </Show>
    <Show when={props.card.isImpostor || props.card.hasImpostor}>
      <span class="exposed-sign">
        <AlarmIcon />
        <span>{words().impostor.sign}</span>
      </span>
    </Show>
  </>
);
