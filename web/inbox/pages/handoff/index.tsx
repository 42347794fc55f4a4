import { Show } from "solid-js";
import type { Card } from "../../data/api-types.ts";
import type { Filter } from "../../data/inbox/model.ts";
import { lazyWithWords } from "../../language/area.ts";
import { handoffWords } from "./words.ts";

const View = lazyWithWords(handoffWords, () => import("./view.tsx"));

/** The way to the secure channel, loaded with the first conversation that can go it. */
export const SecureWay = (props: { card: Card; filter: Filter }) => (
  <Show when={props.card.secure}>{(secure) => <View card={props.card} secure={secure()} filter={props.filter} />}</Show>
);

/** The room that it takes in most conversations. */
export const SecureWayPlace = (props: { card: Card }) => (
  <Show when={props.card.secure}>
    <div class="secure-way-place" />
  </Show>
);
