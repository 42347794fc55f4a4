import { createMemo, For, Show } from "solid-js";
import type { FindingKind } from "../../data/reply/api.ts";
import { AlarmIcon, CheckIcon, WarningIcon } from "../../ui/icon.tsx";
import type { Finding } from "./guard-model.ts";
import { replyWords } from "./reply-words.ts";
import "../../style/reply.css";

type Props = {
  text: string;
  findings: readonly Finding[];
  isPublic: boolean;
  /** Absent where nothing is sent. */
  meaning?: { meant: readonly FindingKind[]; mean: (kind: FindingKind) => void };
};

/** What was found, why it matters, and what can be done about it. */
const Findings = (props: Props) => {
  const say = () => replyWords.words().guard;
  const kinds = createMemo(() => [...new Set(props.findings.map(({ kind }) => kind))]);
  const isBlocked = () => props.findings.some(({ severity }) => severity === "block");
  const wordsOf = (kind: FindingKind): string =>
    kind === "language"
      ? ""
      : [
          ...new Set(
            props.findings.filter((each) => each.kind === kind).map(({ start, end }) => props.text.slice(start, end)),
          ),
        ].join(" · ");
  const blocks = (kind: FindingKind) => props.findings.some((each) => each.kind === kind && each.severity === "block");
  const isWatched = (kind: FindingKind) => props.isPublic && (kind === "promise" || kind === "advice");
  return (
    <section class="findings" aria-label={say().title} data-blocked={isBlocked() ? "" : undefined}>
      <p class="findings-title" role="status">
        <Show when={isBlocked()} fallback={<WarningIcon />}>
          <AlarmIcon />
        </Show>
        <strong>{isBlocked() ? say().blocks : say().warns}</strong>
      </p>
      <ul>
        <For each={kinds()}>
          {(kind) => (
            <li data-severity={blocks(kind) ? "block" : "warn"}>
              <span>
                {say().why[kind]} <Show when={isWatched(kind)}>{say().withApproval}</Show>{" "}
                <Show when={wordsOf(kind)}>{(found) => <q>{found()}</q>}</Show>
              </span>
              <Show when={!blocks(kind) && props.meaning}>
                {(meaning) => (
                  <Show
                    when={!meaning().meant.includes(kind)}
                    fallback={
                      <span class="quiet-text">
                        <CheckIcon /> {say().meantSaid}
                      </span>
                    }
                  >
                    <button type="button" class="button small" onClick={() => meaning().mean(kind)}>
                      {say().meant}
                    </button>
                  </Show>
                )}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
};

export default Findings;
