import { words } from "../../language/index.ts";
import { faultText, settingsFaultText } from "../../ui/fault-text.ts";
import { CloseIcon, WarningIcon } from "../../ui/icon.tsx";

/** An action that did not work, and why: the API's sentence, or one that knows more. */
export const Trouble = (props: {
  fault: unknown;
  text?: string | undefined;
  dismiss: () => void;
  ofSettings?: boolean;
}) => (
  <div class="banner" data-kind="problem" role="alert">
    <WarningIcon />
    <span>
      {words().conversation.actionFailed}{" "}
      {props.text ?? (props.ofSettings === true ? settingsFaultText(props.fault) : faultText(props.fault))}
    </span>
    <button type="button" class="button quiet icon-only" aria-label={words().dismiss} onClick={() => props.dismiss()}>
      <CloseIcon />
    </button>
  </div>
);
