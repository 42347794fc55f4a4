import { render } from "solid-js/web";
import { startLanguage } from "../../language/index.ts";
import { pageRoot } from "../../ui/root.ts";
import { SignInPage, type SignInReason } from "./view.tsx";

/** Draws the door where the inbox would be. */
export const showDoor = async (reason: SignInReason): Promise<void> => {
  await startLanguage();
  render(() => <SignInPage reason={reason} />, pageRoot());
};
