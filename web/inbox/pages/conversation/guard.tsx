import { createEffect, createSignal, on, onCleanup, Show, Suspense } from "solid-js";
import { useDesk } from "../../data/desk.ts";
import { createReplyApi, type FindingKind, type Guarding } from "../../data/reply/api.ts";
import { lazyWithWords } from "../../language/area.ts";
import type { Composing } from "./composing.ts";
import type { Finding } from "./guard-model.ts";
import { replyWords } from "./reply-words.ts";

const Findings = lazyWithWords(replyWords, () => import("./guard-findings.tsx"));
/** Typing is not interrupted: what is written is read when the hand rests. */
const REST_MS = 300;

/** What is being written is read by the same rules as on the server, and once more before it is sent. */
export const GuardPart = (props: { composing: Composing }) => {
  const { composing } = props;
  const desk = useDesk();
  const [findings, setFindings] = createSignal<readonly Finding[]>([]);
  const [meant, setMeant] = createSignal<readonly FindingKind[]>([]);
  let guarding: Promise<Guarding> | undefined;
  const isPublic = () => composing.card().visibility === "public" && composing.mode() !== "private";
  const read = async (text: string): Promise<readonly Finding[]> => {
    guarding ??= createReplyApi(desk.api.http).guarding();
    try {
      const [{ findingsIn }, known] = await Promise.all([import("./guard-model.ts"), guarding]);
      return findingsIn(text, { ...known, isPublic: isPublic(), language: composing.card().language });
    } catch {
      // Out of reach, the server alone reads it.
      guarding = undefined;
      return [];
    }
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  createEffect(
    on([composing.text, composing.mode], ([text]) => {
      clearTimeout(timer);
      if (text.trim() === "") setMeant([]);
      if (composing.isNote() || text.trim() === "") return void setFindings([]);
      timer = setTimeout(
        () => void read(text).then((found) => text === composing.text() && setFindings(found)),
        REST_MS,
      );
    }),
  );
  onCleanup(() => clearTimeout(timer));
  composing.beforeSend(async ({ mode, text }) => {
    if (mode === "note" || text === "") return { go: true };
    const found = await read(text);
    setFindings(found);
    if (found.some(({ kind, severity }) => severity === "block" || !meant().includes(kind))) return { go: false };
    const confirmed = [...new Set(found.map(({ kind }) => kind))];
    return { go: true, ...(confirmed.length > 0 ? { with: { confirmed } } : {}) };
  });
  return (
    <Show when={!composing.isNote() && findings().length > 0}>
      <Suspense>
        <Findings
          text={composing.text()}
          findings={findings()}
          isPublic={isPublic()}
          meaning={{
            meant: meant(),
            mean: (kind) => {
              setMeant([...meant(), kind]);
              composing.focus();
            },
          }}
        />
      </Suspense>
    </Show>
  );
};
