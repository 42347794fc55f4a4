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
  const configuration = await readConfiguration().catch(() => undefined);
  const asked = configuration && resume(configuration).catch(() => undefined);
  const inbox = isBack ? loadInbox() : undefined;
  const signIn = await asked;
  if (!configuration || !signIn) return await door("unreachable", configuration);
  if (signIn.status === "leaving") return;
  if (signIn.status !== "signed-in") return await door(signIn.status, configuration);
  const { opening, app } = inbox ?? loadInbox();
  const beginning = (await opening).begin({ configuration, session: signIn.session });
  await (await app).showInbox(beginning);
};

/** What asks comes before what draws, and is asked without it. */
const loadInbox = () => ({ opening: import("./data/opening.ts"), app: import("./app.tsx") });

const door = async (reason: SignInReason, configuration: Configuration | undefined): Promise<void> => {
  const { showDoor } = await import("./pages/sign-in/show.tsx");
  await showDoor(reason, configuration);
};

void start();
