import { createMemo } from "solid-js";
import { language } from "../language/index.ts";
import { now } from "./clock.ts";
import { clockText, momentText, shortMomentText } from "./time-model.ts";

/** An instant, short to read, whole on hover. `clockOnly` where the day stands above. */
export const Moment = (props: { at: string; clockOnly?: boolean }) => {
  const short = createMemo(() =>
    props.clockOnly ? clockText(props.at, language()) : shortMomentText(props.at, now(), language()),
  );
  return (
    <time class="moment" datetime={props.at} title={momentText(props.at, language())}>
      {short()}
    </time>
  );
};
