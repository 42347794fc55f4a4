import { createSignal, Show } from "solid-js";
import { useDesk } from "../../data/desk.ts";
import { createReplyApi, type Kit } from "../../data/reply/api.ts";
import { language } from "../../language/index.ts";
import { Modal } from "../../ui/dialog/view.tsx";
import { replyWords } from "./reply-words.ts";
import "../../style/reply.css";

type Props = { charter: NonNullable<Kit["charter"]>; onAccepted: () => void; onClose: () => void };

const CharterDialog = (props: Props) => {
  const desk = useDesk();
  const say = () => replyWords.words().charter;
  const [failed, setFailed] = createSignal(false);
  const accept = async () => {
    try {
      await createReplyApi(desk.api.http).accept(props.charter.version);
      props.onAccepted();
    } catch (fault) {
      desk.report(fault);
      setFailed(true);
    }
  };
  return (
    <Modal title={say().title} onClose={props.onClose}>
      <p>{say().lead}</p>
      <section class="charter" tabindex="0" aria-label={say().title}>
        {language() === "fr" ? props.charter.fr : props.charter.en}
      </section>
      <Show when={failed()}>
        <p role="alert">{say().failed}</p>
      </Show>
      <div class="charter-foot">
        <span class="quiet-text">{say().version(props.charter.version)}</span>
        <button type="button" class="button primary" onClick={() => void accept()}>
          {say().accept}
        </button>
      </div>
    </Modal>
  );
};

export default CharterDialog;
