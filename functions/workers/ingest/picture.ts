import type * as Intake from "#core/intake";
import type { Runtime } from "#functions/runtime";

/**
 * Has the pictures of a committed message looked at. Asked again, as after a crash, the worker finds its own verdict and
 * does nothing twice.
 */
export const askForPictures = async (runtime: Runtime, inbound: Intake.Inbound, sawVersion: number): Promise<void> => {
  const { accountId, channel, conversationId, entityId, messageId, visibility } = inbound;
  const messages = inbound.attachments.flatMap(({ picture }) =>
    picture === undefined
      ? []
      : [
          {
            body: {
              entityId,
              conversationId,
              messageId,
              pictureId: picture.id,
              reference: picture.reference,
              channel,
              visibility,
              accountId,
              sawVersion,
            },
          },
        ],
  );
  if (messages.length > 0) await runtime.queues.send("pictures", messages);
};
