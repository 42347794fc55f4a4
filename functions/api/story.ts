import { Fault } from "#core/fault";
import * as Intake from "#core/intake";
import * as Picture from "#functions/picture";
import type { Runtime } from "#functions/runtime";
import { createFrame } from "./frame.ts";
import { permit } from "./permission.ts";
import { asJpeg } from "./picture.ts";
import type { Api } from "./route.ts";
import { storyRoute } from "./story-route.ts";

/** What shows stories: the one route that reads a picture while somebody waits. */
export const createStories = (runtime: Runtime): Api => createFrame(runtime, [addStories]);

const addStories = (app: Api, runtime: Runtime): void => {
  const reading = withoutRenewal(runtime);
  app.openapi(storyRoute, async (context) => {
    const { entityId } = permit(context.get("caller"), "read");
    const { id: conversationId, messageId, storyId } = context.req.valid("param");
    const key = { entityId, conversationId };
    const head = await runtime.store.readHead(key);
    if (head === undefined) throw new Fault("conversation.unknown");
    const body = await runtime.store.readBody(key, messageId);
    const story = body?.attachments.find((each) => each.story?.id === storyId)?.story;
    if (story === undefined) throw new Fault("story.gone");
    const entity = await runtime.store.readEntity(entityId);
    if (entity === undefined) throw new Fault("entity.unknown");
    const { accountId, channel, visibility } = head.state;
    const asked = { entityId, channel, accountId, reference: story.reference };
    const jpeg = await Picture.viewStory(reading, asked, Intake.redactionOf(entity, visibility));
    return context.body(new Uint8Array(jpeg), 200, asJpeg("story.jpg"));
  });
};

/**
 * This function reads the table and may not write to it: a credential whose end is near is used as it is, as while another
 * renews it. Those who may write do so.
 */
const withoutRenewal = ({ environment, fetch, log, newId, now, secrets, store }: Runtime) => ({
  environment,
  fetch,
  log,
  newId,
  now,
  secrets,
  store: { ...store, beginRefresh: async () => false },
});
