import * as Tooltip from "@kobalte/core/tooltip";
import { createSignal } from "solid-js";
import { words } from "../../language/index.ts";
import { floatingPlace } from "../../ui/floating.ts";
import { MarkContent, type MarkProps } from "./mark.tsx";

/** Pointed at, focused or pressed, it says what was taken out and why. */
const ExplainedMark = (props: MarkProps) => {
  const [open, setOpen] = createSignal(false);
  const what = () => words().mark.names[props.kind] ?? words().mark.names["personal"] ?? props.kind;
  return (
    <Tooltip.Root open={open()} onOpenChange={setOpen} openDelay={150} gutter={6} placement="top">
      {/* A finger neither hovers nor focuses: a press opens it too, after Kobalte's own press has closed it. */}
      <Tooltip.Trigger class="mark" onClick={() => queueMicrotask(() => setOpen(true))}>
        <MarkContent text={props.text} />
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

export default ExplainedMark;
