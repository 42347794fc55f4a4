import { createSignal, lazy, Show, Suspense } from "solid-js";
import type { Card, Message } from "../../data/api-types.ts";
import { useDesk } from "../../data/desk.ts";
import { words } from "../../language/index.ts";
import { ShieldIcon } from "../../ui/icon.tsx";

const load = () => import("./personal-data-dialog.tsx");
const Dialog = lazy(load);

/** The way to what people see and rules do not: a passage left standing, or a mark that hides nothing. */
export const PersonalData = (props: { message: Message; card: Card }) => {
  const desk = useDesk();
  const [selected, setSelected] = createSignal<string>();
  let seen = "";
  return (
    <Show when={desk.can("redact") && props.message.text && !props.message.removed}>
      <button
        type="button"
        class="button quiet icon-only small personal-data"
        aria-label={words().personal.open}
        title={words().personal.open}
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
        onPointerDown={(event) => {
          seen = selectedIn(event.currentTarget.closest(".message"));
        }}
        onClick={(event) => {
          setSelected(selectedIn(event.currentTarget.closest(".message")) || seen);
          seen = "";
        }}
      >
        <ShieldIcon />
      </button>
      <Show when={selected() !== undefined}>
        <Suspense>
          <Dialog
            message={props.message}
            card={props.card}
            selected={selected() ?? ""}
            onClose={() => setSelected(undefined)}
          />
        </Suspense>
      </Show>
    </Show>
  );
};

/** What is selected on the page, when it lies in this message. */
const selectedIn = (bubble: Element | null): string => {
  const selection = getSelection();
  const isHere = bubble !== null && selection !== null && bubble.contains(selection.anchorNode);
  return isHere ? selection.toString() : "";
};
