import * as Conversation from "#core/conversation";
import type * as Entity from "#core/entity";
import type * as Intake from "#core/intake";
import type * as Store from "#core/store";
import { type Runtime, readLabels } from "#functions/runtime";
import { findBeside } from "./beside.ts";
import { readDirection } from "./direction.ts";
import { isProofAlone } from "./proof.ts";

/** What the classification rules and the bank's directory say of a customer's message. */
export type Reading = {
  readonly labels: Conversation.MessageLabels;
  /** The rules' own words, by label. */
  readonly why: Readonly<Record<string, readonly string[]>>;
  readonly expectsAnswer: boolean;
  readonly score?: Conversation.Score;
  readonly direction?: Conversation.Direction;
  /** Of what expects an answer: where the same person talks with us on the other side. */
  readonly beside?: Conversation.Beside;
};

type Read = {
  readonly inbound: Intake.Inbound;
  readonly entity: Entity.Entity;
  readonly head: Store.Head | undefined;
  /** As it is kept. */
  readonly body: Store.Body;
};

export const readMessage = async (runtime: Runtime, { body, entity, head, inbound }: Read): Promise<Reading> => {
  const { labels, why, ...said } = readLabels(body.text);
  const score = Conversation.scoreIn(head?.state, { text: body.text, at: body.occurredAt });
  const isAnswer = isProofAlone(inbound) || score !== undefined;
  const expectsAnswer = said.expectsAnswer && !isAnswer && inbound.isHeard !== true;
  const { direction, ...directed } = await readDirection(
    runtime,
    { ...inbound, text: body.text },
    { entity, labels, head },
  );
  const beside = expectsAnswer ? await findBeside(runtime, inbound, head) : undefined;
  return {
    labels,
    why: { ...why, ...directed.why },
    expectsAnswer,
    ...(score === undefined ? {} : { score }),
    ...(direction === undefined ? {} : { direction }),
    ...(beside === undefined ? {} : { beside }),
  };
};
