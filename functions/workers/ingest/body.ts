import type * as Intake from "#core/intake";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";
import { evidenceMarkOf } from "./evidence.ts";

/** A message as it is kept apart from the log. `sawVersion`: the version of its conversation it was prepared on. */
export const bodyOf = (
  runtime: Pick<Runtime, "newId" | "now">,
  inbound: Intake.Inbound,
  sawVersion: number,
): Store.Body => ({
  id: inbound.messageId,
  kind: "message",
  direction: inbound.direction,
  visibility: inbound.visibility,
  text: inbound.text,
  marks: inbound.marks,
  occurredAt: inbound.occurredAt,
  author: {
    ...(inbound.author.name === undefined ? {} : { name: inbound.author.name }),
    ...(inbound.author.handle === undefined ? {} : { handle: inbound.author.handle }),
  },
  attachments: inbound.attachments.map(({ picture, story, type, words }) => ({
    type,
    words,
    ...(picture === undefined ? {} : { picture: { id: picture.id, since: inbound.receivedAt } }),
    ...(story === undefined ? {} : { story }),
  })),
  around: inbound.around,
  ...evidenceMarkOf(runtime, inbound),
  ...(inbound.address === undefined ? {} : { address: inbound.address }),
  salt: runtime.newId(),
  sawVersion,
});
