import { MemoryRouter, Route } from "@solidjs/router";
import { createResource, For, lazy, Match, Show, Suspense, Switch } from "solid-js";
import { render } from "solid-js/web";
import { faultKind } from "./data/api-fault.ts";
import type { Me } from "./data/api-types.ts";
import { DeskProvider, type Opening, openDesk } from "./data/desk.ts";
import type { Beginning } from "./data/opening.ts";
import { fetchConversation } from "./pages/conversation/foretold.ts";
import { NothingOpen } from "./pages/conversation/nothing-open.tsx";
import { Frame, FrameSkeleton } from "./pages/frame/view.tsx";
import { SECTIONS } from "./pages/sections.ts";
import { pageRoot } from "./ui/root.ts";
import { createWrittenHistory } from "./ui/written-history.ts";

const ConversationPage = lazy(fetchConversation);
const SignInPage = lazy(() => import("./pages/sign-in/view.tsx").then((module) => ({ default: module.SignInPage })));

/** Draws the inbox of whoever signed in. */
export const showInbox = async ({ speaking, me, ...opening }: Beginning): Promise<void> => {
  await speaking;
  render(() => <App opening={opening} me={me} />, pageRoot());
};

type AppProps = { opening: Omit<Opening, "me">; me: Promise<Me> };

const App = (props: AppProps) => {
  const [me] = createResource<Me>(() => props.me);
  const reason = () => {
    const kind = faultKind(me.error);
    if (kind === "forbidden") return "forbidden";
    return kind === "expired" ? "refused" : "unreachable";
  };
  return (
    <Suspense fallback={<FrameSkeleton />}>
      <Switch fallback={<FrameSkeleton />}>
        <Match when={me.error}>
          <SignInPage reason={reason()} />
        </Match>
        <Match when={me()}>{(known) => <Inbox {...props.opening} me={known()} />}</Match>
      </Switch>
    </Suspense>
  );
};

const Inbox = (props: Opening) => {
  const desk = openDesk(props);
  return (
    <Show when={desk.ending() !== "shut"} fallback={<SignInPage reason="forbidden" />}>
      <DeskProvider value={desk}>
        <MemoryRouter root={Frame} history={createWrittenHistory()}>
          <Route path="/" component={NothingOpen} />
          <Route path="/c/:id" component={ConversationPage} />
          <For each={SECTIONS}>{(section) => <Route path={`${section.path}/*`} component={section.page} />}</For>
          <Route path="*" component={NothingOpen} />
        </MemoryRouter>
      </DeskProvider>
    </Show>
  );
};
