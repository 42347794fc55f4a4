import { NO_ANSWER_REASONS, type NoAnswerReason, type Outcome } from "../../data/api-types.ts";
import { words } from "../../language/index.ts";

type Closing = { id: string; label: string; outcome: Outcome; reason?: NoAnswerReason };

/** What a conversation may be closed as; where nothing is answered, why. */
export const closingChoices = (): Closing[] => [
  { id: "answered", label: words().conversation.outcome.answered, outcome: "answered" },
  { id: "redirected", label: words().conversation.outcome.redirected, outcome: "redirected" },
  ...NO_ANSWER_REASONS.map((reason) => ({
    id: reason,
    label: words().noAnswer[reason],
    outcome: "no-answer-needed" as const,
    reason,
  })),
];
