import { lazy, Suspense } from "solid-js";
import { ShieldIcon } from "../../ui/icon.tsx";

export type MarkProps = { kind: string; text: string; isKept: boolean };

/** What stands where something was taken out of a text. It is there at once, and what explains it a moment later. */
export const Mark = (props: MarkProps) => (
  <Suspense fallback={<BareMark {...props} />}>
    <Explained {...props} />
  </Suspense>
);

export const MarkContent = (props: { text: string }) => (
  <>
    <ShieldIcon />
    <span>{props.text}</span>
  </>
);

const BareMark = (props: MarkProps) => (
  <span class="mark">
    <MarkContent text={props.text} />
  </span>
);

// The code of what floats is most of it. Without it the text can still be read.
const Explained = lazy(() => import("./explained-mark.tsx").catch(() => ({ default: BareMark })));
