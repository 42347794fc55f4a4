import { render } from "solid-js/web";
import type { Configuration } from "../../data/api-types.ts";
import { startLanguage } from "../../language/index.ts";
import { pageRoot } from "../../ui/root.ts";
import { SignInPage, type SignInReason } from "./view.tsx";

/** Draws the door where the inbox would be. */
export const showDoor = async (reason: SignInReason, configuration: Configuration | undefined): Promise<void> => {
  await startLanguage();
  render(() => <SignInPage reason={reason} configuration={configuration} />, pageRoot());
};
