import type { Action } from "../../action/registry.ts";
import { NO_ANSWER_REASONS } from "../../data/api-types.ts";
import type { OpenConversation } from "../../data/conversation/open.ts";
import type { Desk } from "../../data/desk.ts";
import { words } from "../../language/index.ts";
import { mayCareFor, mayClose } from "./action-model.ts";
import { closingChoices } from "./closing.ts";
import { snoozeChoices } from "./snooze-model.ts";

/** What the keyboard and the palette do with the open conversation beside answering it. */
export const careKeys = (desk: Desk, conversation: OpenConversation): Action[] => {
  const group = "conversation" as const;
  const card = () => conversation.state.card;
  const mayEnd = () => {
    const known = card();
    return known !== undefined && mayClose(known, desk);
  };
  const mayWait = () => {
    const known = card();
    return known !== undefined && known.status === "open" && mayCareFor(known, desk);
  };
  const isUrgent = () => card()?.priority === "urgent";
  return [
    ...NO_ANSWER_REASONS.map((reason) => ({
      id: `conversation.no-answer.${reason}`,
      group,
      label: () => words().noAnswer[reason],
      // The most usual one has a key; the others are found by name.
      ...(reason === "thanks" ? { key: "e" } : {}),
      when: mayEnd,
      run: () => void conversation.closeWithout(reason),
    })),
    ...closingChoices().flatMap(({ id, outcome, reason }) =>
      reason === undefined
        ? [
            {
              id: `conversation.close.${id}`,
              group,
              label: () => words().which(words().conversation.close, words().conversation.outcome[outcome]),
              ...(outcome === "answered" ? { key: "c" } : {}),
              when: mayEnd,
              run: () => void conversation.close(outcome),
            },
          ]
        : [],
    ),
    ...snoozeChoices(new Date()).map(({ id }) => ({
      id: `conversation.snooze.${id}`,
      group,
      label: () => words().which(words().snooze.title, words().snooze[id]),
      ...(id === "answer" ? { key: "b" } : {}),
      when: () => mayWait() && card()?.snoozed === null,
      run: () => void conversation.snooze(snoozeChoices(new Date()).find((each) => each.id === id)?.until),
    })),
    {
      id: "conversation.wake",
      group,
      label: () => words().snooze.wake,
      when: () => mayWait() && card()?.snoozed !== null,
      run: () => void conversation.wake(),
    },
    {
      id: "conversation.urgent",
      group,
      label: () => words().priority.urgent,
      key: "!",
      when: () => mayWait() && !isUrgent(),
      run: () => void conversation.prioritise("urgent"),
    },
  ];
};
