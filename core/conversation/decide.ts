import type * as Sla from "#core/sla";
import { decideApproval, requireNoApproval, writtenEvents } from "./approval.ts";
import { assign, unassign } from "./assignment.ts";
import { followBeside } from "./beside.ts";
import { mark } from "./clock.ts";
import type { Command } from "./command.ts";
import { judgeComplaint, requireDecision } from "./complaint.ts";
import { accept, answerAutomatically, attempt, doubt, fail, failSent, postpone, reply } from "./delivery.ts";
import { directByHand } from "./direction.ts";
import { noteControl } from "./elsewhere.ts";
import { erase, refuseErased } from "./erasure.ts";
import type { ConversationEvent } from "./event.ts";
import { evidence } from "./evidence.ts";
import { evolve } from "./evolve.ts";
import { existing } from "./existing.ts";
import { askHiding, missHiding } from "./exposure.ts";
import { checkExposure } from "./exposure-check.ts";
import { dueFollowUp, followUp } from "./follow-up.ts";
import { recall, release } from "./grace.ts";
import { decideHandoff, isHandoffCommand } from "./handoff.ts";
import { markHandoff } from "./handoff-time.ts";
import { hold } from "./hold.ts";
import { meetImpostor } from "./impostor.ts";
import { group } from "./incident.ts";
import { merge } from "./merge.ts";
import { alter, close, echo, edit, note, receive, reopen } from "./message.ts";
import { moveTo } from "./move.ts";
import { decideNotice } from "./notice.ts";
import { prioritise } from "./priority.ts";
import { noteReceipt } from "./receipt.ts";
import { redactAgain } from "./redaction.ts";
import { refer } from "./referral.ts";
import { review } from "./review.ts";
import { snooze, wake, wakeInTime } from "./snooze.ts";
import { beginPart, followThread, splitOff } from "./split.ts";
import type { Conversation } from "./state.ts";
import { tag } from "./tag.ts";
import { owing, settleTellings } from "./telling.ts";
import { awaitTurn } from "./turn.ts";
import { withhold } from "./withheld.ts";

/**
 * What a command changes: the events to commit, none when it is already done, and what other conversations are to be told
 * of it.
 * @throws Fault when the command cannot be obeyed.
 */
export const decide = (
  state: Conversation | undefined,
  command: Command,
  now: Sla.Instant,
): readonly ConversationEvent[] => {
  const events = decideOne(state, command, now);
  let after = state;
  for (const event of events) after = evolve(after, event, now);
  // The other one said it: it knows.
  if (after === undefined || command.type === "assign-beside") return events;
  return [...events, ...owing(state, after, events, now)];
};

const decideOne = (
  state: Conversation | undefined,
  command: Command,
  now: Sla.Instant,
): readonly ConversationEvent[] => {
  if (command.type === "receive") return receive(state, command);
  if (command.type === "split-from") return beginPart(state, command);
  const conversation = existing(state);
  refuseErased(conversation, command.type);
  if (command.type === "close") requireDecision(conversation);
  if (command.type === "close") requireNoApproval(conversation);
  if (isHandoffCommand(command)) return decideHandoff(conversation, command, now);
  switch (command.type) {
    case "echo":
      return echo(conversation, command);
    case "edit":
      return edit(conversation, command);
    case "remove":
    case "hide":
    case "unhide":
    case "picture":
      return alter(command);
    case "erase":
    case "end-erasure":
      return erase(conversation, command);
    case "place-hold":
    case "lift-hold":
      return hold(conversation, command);
    case "ask-hiding":
      return askHiding(conversation, command);
    case "miss-hiding":
      return missHiding(conversation, command);
    case "check-exposure":
      return checkExposure(conversation, command);
    case "redact":
      return redactAgain(command);
    case "read-evidence":
    case "drop-evidence":
      return evidence(command);
    case "assign":
      return assign(conversation, command);
    case "unassign":
      return unassign(conversation, command);
    case "reply":
      return [...reply(conversation, command, now), ...writtenEvents(command.messageId, command.agentId, command)];
    case "refer":
    case "deliver-referral":
    case "accept-referral":
    case "refuse-referral":
    case "return-referral":
    case "complete-referral":
    case "withdraw-referral":
      return refer(conversation, command);
    case "settle-notice":
    case "postpone-notice":
      return decideNotice(conversation, command);
    case "suspect-impostor":
    case "clear-impostor":
    case "note-impostor":
      return meetImpostor(conversation, command);
    case "join-beside":
    case "lead-beside":
    case "assign-beside":
    case "answer-beside":
    case "close-beside":
      return followBeside(conversation, command);
    case "settle-tellings":
      return settleTellings(conversation, command);
    case "take-in":
    case "merge-into":
    case "separate":
    case "let-go":
      return merge(conversation, command, now);
    case "split-off":
      return splitOff(conversation, command, now);
    case "follow-thread":
      return followThread(conversation, command);
    case "release":
      return release(conversation, command);
    case "recall":
      return recall(conversation, command, now);
    case "ask-approval":
    case "approve":
    case "refuse-approval":
    case "withdraw-approval":
      return decideApproval(conversation, command, now);
    case "answer-automatically":
      return answerAutomatically(conversation, command);
    case "withhold-automatic":
      return withhold(conversation, command);
    case "attempt":
      return attempt(conversation, command.messageId);
    case "await-turn":
      return awaitTurn(conversation, command);
    case "postpone":
      return postpone(conversation, command);
    case "fail":
      return fail(conversation, command, now);
    case "fail-sent":
      return failSent(conversation, command, now);
    case "doubt":
      return doubt(conversation, command, now);
    case "accept":
      return accept(conversation, command, now);
    case "note":
      return note(command);
    case "close":
      return close(conversation, command, now);
    case "reopen":
      return reopen(conversation, command.policies, now);
    case "judge-complaint":
      return judgeComplaint(conversation, command);
    case "group":
      return group(conversation, command);
    case "tag":
    case "untag":
      return tag(conversation, command);
    case "prioritise":
      return prioritise(conversation, command);
    case "snooze":
      return snooze(conversation, command, now);
    case "wake":
      return wake(conversation, "agent");
    case "follow-up":
      return followUp(conversation, command, now);
    case "direct":
      return directByHand(conversation, command);
    case "move":
      return moveTo(conversation, command);
    case "several":
      return several(conversation, command.commands, now);
    case "review":
      return review(conversation, command, now);
    case "note-receipt":
      return noteReceipt(conversation, command);
    case "note-control":
      return noteControl(conversation, command);
    case "mark":
      return fire(conversation, command, now);
    default:
      return command satisfies never;
  }
};

const several = (
  before: Conversation,
  commands: readonly Command[],
  now: Sla.Instant,
): readonly ConversationEvent[] => {
  let state = before;
  return commands.flatMap((command) => {
    const events = decideOne(state, command, now);
    for (const event of events) state = evolve(state, event, now);
    return events;
  });
};

/** Everything whose time has come. */
const fire = (
  state: Conversation,
  { isWriting, policies = [] }: Extract<Command, { type: "mark" }>,
  now: Sla.Instant,
): readonly ConversationEvent[] => {
  const fired = [...mark(state, now, isWriting), ...dueFollowUp(state, now), ...markHandoff(state, policies, now)];
  return [...fired, ...wakeInTime(state, fired, now)];
};
