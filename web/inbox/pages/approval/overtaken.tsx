import { useNavigate } from "@solidjs/router";
import { createResource, createSignal, Show } from "solid-js";
import type { Decided } from "../../data/api-types.ts";
import { useDesk } from "../../data/desk.ts";
import type { Approval, ReplyApi } from "../../data/reply/api.ts";
import { WarningIcon } from "../../ui/icon.tsx";
import { approvalWords } from "./words.ts";

/** Who has decided what, in a sentence. */
export const overtakenBy = (decided: Partial<Decided> | null | undefined, nameOf: (id: string) => string): string => {
  const say = approvalWords.words();
  const { by, decision } = decided ?? {};
  return by === undefined || decision === undefined ? say.overtakenBySomebody : say.overtaken[decision](nameOf(by));
};

type Props = { item: Approval; api: ReplyApi; text: string; drop: () => void };

/** Somebody else has decided while it was being rewritten here: who, and where one's own words can go. */
export const Overtaken = (props: Props) => {
  const desk = useDesk();
  const navigate = useNavigate();
  const say = approvalWords.words;
  const [decision] = createResource(
    () => props.item,
    (item) => props.api.decision(item).catch((fault) => desk.report(fault)),
  );
  const [copied, setCopied] = createSignal<string>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(props.text);
      setCopied(say().copied);
    } catch {
      // The browser asks for a permission that was not given.
      setCopied(say().notCopied);
    }
  };
  /** To its conversation, in front of what is being written there: read by the guard as anything that leaves from there. */
  const sendOn = (mode: "note" | "reply") => {
    desk.prepareDraft(props.item.conversationId, { mode, text: props.text.trim() });
    props.drop();
    navigate(`/c/${encodeURIComponent(props.item.conversationId)}`);
  };
  return (
    <>
      <div class="banner" role="alert">
        <WarningIcon />
        <span>
          <Show when={!decision.loading}>{overtakenBy(decision()?.decided, desk.agentName)}</Show> {say().yours}
        </span>
      </div>
      <div class="desk-buttons">
        <button type="button" class="button" onClick={() => void copy()}>
          {say().copy}
        </button>
        <Show when={desk.can("reply")}>
          <button type="button" class="button" onClick={() => sendOn("note")}>
            {say().asNote}
          </button>
          <button type="button" class="button" onClick={() => sendOn("reply")}>
            {say().asReply}
          </button>
        </Show>
        <button type="button" class="button quiet" onClick={() => props.drop()}>
          {say().drop}
        </button>
      </div>
      <p class="quiet-text" role="status">
        {copied()}
      </p>
    </>
  );
};
