import { createSignal, Show, Suspense } from "solid-js";
import { useDesk } from "../../data/desk.ts";
import { createReplyApi, type Kit } from "../../data/reply/api.ts";
import { lazyWithWords } from "../../language/area.ts";
import type { Composing } from "./composing.ts";
import { replyWords } from "./reply-words.ts";

const CharterDialog = lazyWithWords(replyWords, () => import("./charter-dialog.tsx"));

/** The charter is accepted before the first answer; once it is, nobody is asked again in this session. */
export const CharterGate = (props: { composing: Composing }) => {
  const desk = useDesk();
  const [asked, setAsked] = createSignal<NonNullable<Kit["charter"]>>();
  props.composing.beforeSend(async ({ mode }) => {
    if (mode === "note" || accepted.has(desk)) return { go: true };
    try {
      const { kit, mine } = await createReplyApi(desk.api.http).kit();
      if (!mine.accepted && kit.charter) {
        setAsked(kit.charter);
        return { go: false };
      }
      accepted.add(desk);
    } catch (fault) {
      // The server asks for it too.
      desk.report(fault);
    }
    return { go: true };
  });
  return (
    <Show when={asked()}>
      {(charter) => (
        <Suspense>
          <CharterDialog
            charter={charter()}
            onAccepted={() => {
              accepted.add(desk);
              setAsked(undefined);
              props.composing.focus();
            }}
            onClose={() => setAsked(undefined)}
          />
        </Suspense>
      )}
    </Show>
  );
};

const accepted = new WeakSet<object>();
