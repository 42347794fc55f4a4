import { ApiFault, faultKind } from "../../data/api-fault.ts";
import { words } from "../../language/index.ts";
import { CloseIcon, WarningIcon } from "../../ui/icon.tsx";

/** An action that did not work, and why: the API's own sentence where it gave one. */
export const Trouble = (props: { fault: unknown; dismiss: () => void }) => {
  const sentence = () => {
    const detail = props.fault instanceof ApiFault ? props.fault.problem?.detail : undefined;
    return detail ?? words().problem[faultKind(props.fault)];
  };
  return (
    <div class="banner" data-kind="problem" role="alert">
      <WarningIcon />
      <span>
        {words().conversation.actionFailed} {sentence()}
      </span>
      <button type="button" class="button quiet icon-only" aria-label={words().dismiss} onClick={() => props.dismiss()}>
        <CloseIcon />
      </button>
    </div>
  );
};
