import { For, Show } from "solid-js";
import type { Piece } from "../../data/reply/api.ts";

/** A filled template with its locked words underlined and its empty slots named. */
export const TemplateText = (props: { text: string; pieces: readonly Piece[] }) => (
  <For each={props.pieces}>
    {(piece) => (
      <Show
        when={piece.kind === "slot"}
        fallback={<span data-piece={piece.kind}>{props.text.slice(piece.start, piece.end)}</span>}
      >
        <span data-piece="slot">{`⟨${piece.name ?? ""}⟩ `}</span>
      </Show>
    )}
  </For>
);
