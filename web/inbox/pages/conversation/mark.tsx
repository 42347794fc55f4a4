import * as Tooltip from "@kobalte/core/tooltip";
import { createSignal } from "solid-js";
import { words } from "../../language/index.ts";
import { floatingPlace } from "../../ui/floating.ts";
import { ShieldIcon } from "../../ui/icon.tsx";

/** What stands where something was taken out of a text. Pointed at, focused or pressed, it says what and why. */
export const Mark = (props: { kind: string; text: string; isKept: boolean }) => {
  const [open, setOpen] = createSignal(false);
  const what = () => words().mark.names[props.kind] ?? words().mark.names["personal"] ?? props.kind;
  return (
    <Tooltip.Root open={open()} onOpenChange={setOpen} openDelay={150} gutter={6} placement="top">
      {/* A finger neither hovers nor focuses: a press opens it too, after Kobalte's own press has closed it. */}
      <Tooltip.Trigger class="mark" onClick={() => queueMicrotask(() => setOpen(true))}>
        <ShieldIcon />
        <span>{props.text}</span>
      </Tooltip.Trigger>
      <Tooltip.Portal mount={floatingPlace()}>
        <Tooltip.Content class="explanation">
          <span class="explanation-title">{words().markLabel(what())}</span>
          <span>{props.isKept ? words().mark.whyKept : words().mark.why}</span>
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
};
