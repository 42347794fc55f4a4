import type { Configuration } from "./data/api-types.ts";
import { readConfiguration } from "./data/configuration.ts";
import { resume } from "./data/session.ts";
import { fetchCatalogue } from "./language/catalogue.ts";
import { wishedLanguage } from "./language/wish.ts";
import type { SignInReason } from "./pages/sign-in/view.tsx";
import { startTheme } from "./ui/theme.ts";

/**
 * The way in: ask the issuer first, with as little code as that takes; where nobody is to be asked any more the inbox is
 * fetched meanwhile, and drawn once someone is signed in. Styles are for who draws: on the way to the issuer none are read.
 */
const start = async (): Promise<void> => {
  const isBack = new URLSearchParams(location.search).has("state");
  if (isBack) startTheme();
  const reading = readConfiguration();
  const asked = resume(reading).catch(() => undefined);
  if (isBack) fetchCatalogue(wishedLanguage()).catch(() => undefined);
  const inbox = isBack ? loadInbox() : undefined;
  const styled = isBack ? loadStyle() : undefined;
  const signIn = await asked;
  // A browser's first look into what it keeps takes its time: the way to the issuer does not wait for it.
  if (!isBack) startTheme();
  if (signIn?.status === "leaving") return;
  const configuration = await reading.catch(() => undefined);
  if (!configuration || !signIn) return await door("unreachable", configuration);
  if (signIn.status !== "signed-in") return await door(signIn.status, configuration);
  const { opening, app } = inbox ?? loadInbox();
  const beginning = (await opening).begin({ configuration, session: signIn.session });
  const { showInbox } = await app;
  await styled;
  await showInbox(beginning);
};

/** What asks comes before what draws, and is asked without it. */
const loadInbox = () => ({ opening: import("./data/opening.ts"), app: import("./app.tsx") });

/** Without its style a page can still be read. */
const loadStyle = () => import("./style/sheet.ts").catch(() => undefined);

const door = async (reason: SignInReason, configuration: Configuration | undefined): Promise<void> => {
  const [{ showDoor }] = await Promise.all([import("./pages/sign-in/show.tsx"), loadStyle()]);
  await showDoor(reason, configuration);
};

void start();
