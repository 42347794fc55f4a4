import { createMemo, createSignal } from "solid-js";
import { language } from "../language/index.ts";
import { now } from "./clock.ts";
import { clockText, exactMomentText, shortMomentText } from "./time-model.ts";

/** An instant, short to read, whole on hover. `clockOnly` where the day stands above. */
export const Moment = (props: { at: string; clockOnly?: boolean }) => {
  const short = createMemo(() =>
    props.clockOnly ? clockText(props.at) : shortMomentText(props.at, now(), language()),
  );
  // Written out for who points at it: a list has many.
  const [isAsked, setAsked] = createSignal(false);
  return (
    <time
      class="moment"
      datetime={props.at}
      title={isAsked() ? exactMomentText(props.at, language()) : undefined}
      onPointerOver={() => setAsked(true)}
    >
      {short()}
    </time>
  );
};
