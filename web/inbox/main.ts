import "./style/index.css";
import type { Configuration } from "./data/api-types.ts";
import { readConfiguration } from "./data/configuration.ts";
import { resume } from "./data/session.ts";
import { wishedLanguage } from "./language/wish.ts";
import type { SignInReason } from "./pages/sign-in/view.tsx";
import { startTheme } from "./ui/theme.ts";

/**
 * The way in: ask the issuer first, with as little code as that takes. The inbox itself is fetched while the issuer
 * answers for the second time, and drawn once someone is signed in.
 */
const start = async (): Promise<void> => {
  startTheme();
  document.documentElement.lang = wishedLanguage();
  const isBack = new URLSearchParams(location.search).has("state");
  const inbox = isBack ? import("./app.tsx") : undefined;
  const configuration = await readConfiguration().catch(() => undefined);
  const signIn = configuration && (await resume(configuration).catch(() => undefined));
  if (!configuration || !signIn) return await door("unreachable", configuration);
  if (signIn.status === "leaving") return;
  if (signIn.status !== "signed-in") return await door(signIn.status, configuration);
  const { showInbox } = await (inbox ?? import("./app.tsx"));
  await showInbox({ configuration, session: signIn.session });
};

const door = async (reason: SignInReason, configuration: Configuration | undefined): Promise<void> => {
  const { showDoor } = await import("./pages/sign-in/show.tsx");
  await showDoor(reason, configuration);
};

void start();
