import { type JSX, Show } from "solid-js";
import { Modal } from "../../ui/dialog/view.tsx";
import { Trouble } from "./trouble.tsx";

type Props = {
  title: string;
  /** What it is for, in a line or two. */
  lead: string;
  fault: unknown;
  dismiss: () => void;
  submit: () => Promise<void>;
  onClose: () => void;
  children: JSX.Element;
};

/** A dialog with one thing to decide; a fault is told above what was filled in, which stays. */
export const FormDialog = (props: Props) => (
  <Modal title={props.title} onClose={props.onClose}>
    <form
      class="care"
      onSubmit={(event) => {
        event.preventDefault();
        void props.submit();
      }}
    >
      <Show when={props.fault}>{(fault) => <Trouble fault={fault()} dismiss={props.dismiss} />}</Show>
      <p class="quiet-text">{props.lead}</p>
      {props.children}
    </form>
  </Modal>
);
