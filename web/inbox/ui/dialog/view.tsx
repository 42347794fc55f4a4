import * as Dialog from "@kobalte/core/dialog";
import type { JSX } from "solid-js";
import { words } from "../../language/index.ts";
import { CloseIcon } from "../icon.tsx";
import { bringFocusBack } from "./focus.ts";

type ModalProps = {
  title: string;
  /** What has the focus at first; absent, the first button. */
  first?: () => HTMLElement | undefined;
  onClose: () => void;
  children: JSX.Element;
};

/** A modal dialog: focus stays in it, Escape and the button close it, focus goes back. */
export const Modal = (props: ModalProps) => {
  bringFocusBack();
  return (
    <Dialog.Root open onOpenChange={(open) => !open && props.onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay class="overlay" />
        <Dialog.Content
          class="dialog"
          onOpenAutoFocus={(event) => {
            const first = props.first?.();
            if (!first) return;
            event.preventDefault();
            first.focus();
          }}
        >
          <header class="dialog-head">
            <Dialog.Title class="dialog-title">{props.title}</Dialog.Title>
            <Dialog.CloseButton class="button quiet icon-only" aria-label={words().dismiss}>
              <CloseIcon />
            </Dialog.CloseButton>
          </header>
          {props.children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
};
