import { words } from "../../language/index.ts";
import { faultText, settingsFaultText } from "../../ui/fault-text.ts";
import { CloseIcon, WarningIcon } from "../../ui/icon.tsx";

/** An action that did not work, and why. */
export const Trouble = (props: { fault: unknown; dismiss: () => void; ofSettings?: boolean }) => (
  <div class="banner" data-kind="problem" role="alert">
    <WarningIcon />
    <span>
      {words().conversation.actionFailed}{" "}
      {props.ofSettings === true ? settingsFaultText(props.fault) : faultText(props.fault)}
    </span>
    <button type="button" class="button quiet icon-only" aria-label={words().dismiss} onClick={() => props.dismiss()}>
      <CloseIcon />
    </button>
  </div>
);
