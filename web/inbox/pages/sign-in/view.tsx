import { createSignal, Show } from "solid-js";
import type { Configuration } from "../../data/api-types.ts";
import { signIn } from "../../data/session.ts";
import { words } from "../../language/index.ts";
import { Brand } from "../../ui/brand.tsx";
import { LanguageChoice } from "../../ui/language-choice.tsx";

export type SignInReason = "signed-out" | "refused" | "unreachable" | "forbidden";

/** The door: why nobody is in, and the one way to come in. */
export const SignInPage = (props: { reason: SignInReason; configuration: Configuration | undefined }) => {
  const [reason, setReason] = createSignal(props.reason);
  const [leaving, setLeaving] = createSignal(false);
  const enter = async () => {
    // Without a configuration there is no issuer to go to: reading the page again may find one.
    if (!props.configuration) return location.reload();
    setLeaving(true);
    await signIn(props.configuration, { another: reason() === "forbidden" }).catch(() => {
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
