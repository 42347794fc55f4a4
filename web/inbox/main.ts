import { resume } from "./data/session.ts";
import { fetchCatalogue } from "./language/catalogue.ts";
import { wishedLanguage } from "./language/wish.ts";
import type { SignInReason } from "./pages/sign-in/view.tsx";
import { startTheme } from "./ui/theme.ts";

/**
 * The way in: who is here is asked first, and what draws the inbox is read meanwhile, which keeps the processor busy. Where
 * nobody is, the page leaves for the issuer.
 */
const start = async (): Promise<void> => {
  const { sent, signIn: asked } = resume();
  asked.catch(() => undefined);
  await sent;
  const styled = loadStyle();
  const { opening, app } = loadInbox();
  startTheme();
  fetchCatalogue(wishedLanguage()).catch(() => undefined);
  const signIn = await asked.catch(() => undefined);
  if (signIn?.status === "leaving") return;
  if (signIn?.status !== "signed-in") return await door(signIn?.status ?? "unreachable");
  const beginning = (await opening).begin(signIn.session);
  const { showInbox } = await app;
  await styled;
  await showInbox(beginning);
};

/** What asks comes before what draws, and is asked without it. */
const loadInbox = () => ({ opening: import("./data/opening.ts"), app: import("./app.tsx") });

/** Without its style a page can still be read. */
const loadStyle = () => import("./style/sheet.ts").catch(() => undefined);

const door = async (reason: SignInReason): Promise<void> => {
  const [{ showDoor }] = await Promise.all([import("./pages/sign-in/show.tsx"), loadStyle()]);
  await showDoor(reason);
};

void start();
