import { Route, Router } from "@solidjs/router";
import { createResource, lazy, Match, Suspense, Switch } from "solid-js";
import { faultKind } from "./data/api-fault.ts";
import type { Configuration, Me } from "./data/api-types.ts";
import { createSessionApi, DeskProvider, openDesk } from "./data/desk.ts";
import type { Session } from "./data/session.ts";
import { NothingOpen } from "./pages/conversation/nothing-open.tsx";
import { Frame, FrameSkeleton } from "./pages/frame/view.tsx";

const ConversationPage = lazy(() => import("./pages/conversation/view.tsx"));
const SignInPage = lazy(() => import("./pages/sign-in/view.tsx").then((module) => ({ default: module.SignInPage })));

/** The inbox of whoever signed in. */
export const App = (props: { configuration: Configuration; session: Session }) => {
  const api = createSessionApi(props.configuration, props.session);
  const [me] = createResource<Me>(() => api.me());
  const door = () => {
    const kind = faultKind(me.error);
    if (kind === "forbidden") return "forbidden";
    return kind === "expired" ? "refused" : "unreachable";
  };
  return (
    <Suspense fallback={<FrameSkeleton />}>
      <Switch fallback={<FrameSkeleton />}>
        <Match when={me.error}>
          <SignInPage reason={door()} configuration={props.configuration} />
        </Match>
        <Match when={me()}>{(known) => <Inbox api={api} session={props.session} me={known()} />}</Match>
      </Switch>
    </Suspense>
  );
};

const Inbox = (props: { api: ReturnType<typeof createSessionApi>; session: Session; me: Me }) => (
  <DeskProvider value={openDesk(props)}>
    <Router root={Frame}>
      <Route path="/" component={NothingOpen} />
      <Route path="/c/:id" component={ConversationPage} />
      <Route path="*" component={NothingOpen} />
    </Router>
  </DeskProvider>
);
