import type * as Conversation from "#core/conversation";
import type * as Store from "#core/store";
import * as Template from "#core/template";
import type { Runtime } from "#functions/runtime";
import type { Caller } from "./sign-in.ts";
import { occasionOf } from "./template-values.ts";

/** The approved template that a reply was made from, with what fills it in its writer's name. */
export const templateOf = async (
  runtime: Runtime,
  caller: Caller,
  head: Store.Head,
  { agentId, templateId, visibility }: Conversation.PendingApproval,
): Promise<Parameters<typeof Template.fill> | undefined> => {
  if (templateId === undefined) return undefined;
  const version = (await runtime.store.readTemplate(caller.entityId, templateId))?.template.approved;
  if (version === undefined) return undefined;
  const author = (await runtime.store.readDesk(caller.entityId, agentId))?.agent;
  const writer = { ...caller, agentId, name: author?.name ?? agentId };
  const occasion = await occasionOf(runtime, writer, head, visibility !== head.state.visibility);
  return [Template.segmentsOf(version.content.body), occasion.values[version.content.language]];
};
