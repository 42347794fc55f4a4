import "./style/index.css";
import { render } from "solid-js/web";
import type { Configuration } from "./data/api-types.ts";
import { readConfiguration } from "./data/configuration.ts";
import { resume } from "./data/session.ts";
import { startLanguage } from "./language/index.ts";
import { startTheme } from "./ui/theme.ts";

/**
 * The way in: ask the issuer first, with as little code as that takes; the inbox itself is fetched while the issuer
 * answers, and drawn once someone is signed in.
 */
const start = async (): Promise<void> => {
  startTheme();
  const returning = new URLSearchParams(location.search).has("state");
  const speaking = startLanguage();
  const inbox = returning ? import("./app.tsx") : undefined;
  const configuration = await readConfiguration().catch(() => undefined);
  const signIn = configuration && (await resume(configuration).catch(() => undefined));
  await speaking;
  if (!configuration || !signIn) return await showDoor("unreachable", configuration);
  if (signIn.status === "leaving") return;
  if (signIn.status !== "signed-in") return await showDoor(signIn.status, configuration);
  const { App } = await (inbox ?? import("./app.tsx"));
  render(() => App({ configuration, session: signIn.session }), root());
};

const showDoor = async (
  reason: "signed-out" | "refused" | "unreachable",
  configuration: Configuration | undefined,
): Promise<void> => {
  const { SignInPage } = await import("./pages/sign-in/view.tsx");
  render(() => SignInPage({ reason, configuration }), root());
};

const root = (): HTMLElement => document.getElementById("root") ?? document.body;

void start();
