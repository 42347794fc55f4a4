import type * as Conversation from "#core/conversation";
import * as Incident from "#core/incident";
import type * as Store from "#core/store";
import { obey, type Runtime } from "#functions/runtime";

/** A conversation that began, or began to ask, while an incident is open becomes part of it where its rule says so. */
export const joinIncident = async (
  runtime: Runtime,
  key: Store.ConversationKey,
  { channel, incidentId, labels, lastAskedAt, openedAt }: Conversation.Conversation,
): Promise<void> => {
  if (incidentId !== undefined) return;
  const rules = await runtime.store.readIncidentRules(key.entityId);
  const subject = { channel, askedAt: lastAskedAt ?? openedAt, topic: labels?.topic };
  const found = rules.find(({ rule }) => Incident.isPart(subject, rule));
  if (found === undefined) return;
  await obey(runtime, key, {
    command: { type: "group", incidentId: found.id },
    commitId: `group:${found.id}:${runtime.newId()}`,
    actor: { kind: "system", id: "incident" },
  });
};
