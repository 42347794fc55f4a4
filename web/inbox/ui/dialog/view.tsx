import * as Dialog from "@kobalte/core/dialog";
import type { JSX } from "solid-js";
import { words } from "../../language/index.ts";
import { CloseIcon } from "../icon.tsx";

/** A modal dialog: focus stays in it, Escape and the button close it, focus goes back. */
export const Modal = (props: { title: string; onClose: () => void; children: JSX.Element }) => (
  <Dialog.Root open onOpenChange={(open) => !open && props.onClose()}>
    <Dialog.Portal>
      <Dialog.Overlay class="overlay" />
      <Dialog.Content class="dialog">
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
