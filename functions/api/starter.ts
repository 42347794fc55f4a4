import * as Template from "#core/template";
import type { Runtime } from "#functions/runtime";
import type { Caller } from "./sign-in.ts";

/** A new bank finds the usual cases in review: nothing is said in its name before one of its people approved it. */
export const beginLibrary = async ({ now, store }: Runtime, { entityId }: Caller): Promise<void> => {
  for (const { content, id } of Template.starterLibrary) {
    const template = Template.begin(id, content, { by: Template.starterAuthor, at: now() });
    await store.putTemplate(entityId, { template, revision: 0 });
  }
};
