import { createSignal, Show } from "solid-js";
import { signIn } from "../../data/session.ts";
import { words } from "../../language/index.ts";
import { Brand } from "../../ui/brand.tsx";
import { LanguageChoice } from "../../ui/language-choice.tsx";

export type SignInReason = "signed-out" | "refused" | "unreachable" | "forbidden";

/** The door: why nobody is in, and the one way to come in. */
export const SignInPage = (props: { reason: SignInReason }) => {
  const [reason, setReason] = createSignal(props.reason);
  const [leaving, setLeaving] = createSignal(false);
  const enter = async () => {
    // Whoever is signed in here need not be asked once the bank can be reached again.
    if (reason() === "unreachable") return location.reload();
    setLeaving(true);
    await signIn({ another: reason() === "forbidden" }).catch(() => {
      setLeaving(false);
      setReason("unreachable");
    });
  };
  return (
    <main class="door">
      <div class="door-card">
        <Brand />
        <h1>{words().signIn.title}</h1>
        <p class="door-lead">{words().signIn.lead}</p>
        <Show when={problemOf(reason())}>
          {(problem) => (
            <p class="notice" data-kind="problem" role="alert">
              {problem()}
            </p>
          )}
        </Show>
        <button type="button" class="button primary wide" disabled={leaving()} onClick={() => void enter()}>
          {leaving() ? words().signIn.leaving : reason() === "unreachable" ? words().retry : words().signIn.action}
        </button>
        <LanguageChoice />
      </div>
    </main>
  );
};

const problemOf = (reason: SignInReason): string | undefined =>
  reason === "signed-out" ? undefined : words().signIn[reason];
