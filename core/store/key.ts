import { createHash } from "node:crypto";

/** Every key names its entity: a read for one bank cannot reach another's items. */
export type ConversationKey = { readonly entityId: string; readonly conversationId: string };

/** An account of an entity at a platform. */
export type AccountKey = { readonly entityId: string; readonly platform: string; readonly accountId: string };

export const conversationPk = ({ entityId, conversationId }: ConversationKey): string =>
  `E#${entityId}#CONV#${conversationId}`;
export const headKey = (key: ConversationKey) => ({ pk: conversationPk(key), sk: "HEAD" });
export const bodyKey = (key: ConversationKey, messageId: string) => ({
  pk: conversationPk(key),
  sk: `MSG#${messageId}`,
});
/** Per agent, so that their drafts are one read. */
export const draftKey = (entityId: string, agentId: string, conversationId: string) => ({
  pk: `E#${entityId}#DRAFTS#${agentId}`,
  sk: `DRAFT#${conversationId}`,
});
export const pictureKey = (key: ConversationKey, pictureId: string) => ({
  pk: conversationPk(key),
  sk: `PIC#${pictureId}`,
});
export const enclosureKey = (key: ConversationKey, enclosureId: string) => ({
  pk: conversationPk(key),
  sk: `OUT#${enclosureId}`,
});
export const evidenceKey = (key: ConversationKey, messageId: string) => ({
  pk: conversationPk(key),
  sk: `EVIDENCE#${messageId}`,
});
/** How far a conversation's log has been told to the reports. */
export const storyKey = (key: ConversationKey) => ({ pk: conversationPk(key), sk: "STORY" });
/** What happened on a day of UTC, a conversation an item. */
export const factKey = (entityId: string, day: string, conversationId: string) => ({
  pk: `E#${entityId}#FACTS#${day}`,
  sk: conversationId,
});
/** Whose work the facts of that item are: gone before they are. */
export const factAgentsKey = (entityId: string, day: string, conversationId: string) => ({
  pk: `E#${entityId}#FACTAGENTS#${day}`,
  sk: conversationId,
});
/** By the version of its first entry. */
export const segmentKey = (key: ConversationKey, start: number) => ({
  pk: conversationPk(key),
  sk: `LOG#${String(start).padStart(10, "0")}`,
});
export const segmentStartIn = (sk: string): number => Number(sk.slice("LOG#".length));
export const pointerKey = (entityId: string, platformKey: string) => ({
  pk: `E#${entityId}#PLATFORM#${platformKey}`,
  sk: "POINTER",
});
export const entityKey = (entityId: string) => ({ pk: "ENTITIES", sk: `ENTITY#${entityId}` });
export const accountKey = (platform: string, accountId: string) => ({
  pk: `ACCOUNT#${platform}#${accountId}`,
  sk: "ACCOUNT",
});
/** What an entity's accounts are used with and by: budgets and credentials. */
const channelPk = (entityId: string): string => `E#${entityId}#CHANNELS`;
export const budgetKey = ({ accountId, entityId, platform }: AccountKey, activity: string) => ({
  pk: channelPk(entityId),
  sk: `BUDGET#${platform}#${accountId}#${activity}`,
});
export const credentialKey = ({ accountId, entityId, platform }: AccountKey) => ({
  pk: channelPk(entityId),
  sk: `CREDENTIAL#${platform}#${accountId}`,
});
/** Apart from the credentials: whoever may note that a platform told something reaches none of them. */
export const healthKey = ({ accountId, entityId, platform }: AccountKey) => ({
  pk: `E#${entityId}#HEALTH`,
  sk: `HEALTH#${platform}#${accountId}`,
});
/** Deliveries with a wrong signature, by hour: they belong to no entity. */
export const signatureKey = (sender: string, startedAt: string) => ({ pk: `SENDER#${sender}`, sk: startedAt });
/** The line of those that wait for a turn, in the order of their places. */
export const turnKey = ({ accountId, entityId, platform }: AccountKey, activity: string, place: string) => ({
  pk: `E#${entityId}#TURNS#${platform}#${accountId}#${activity}`,
  sk: `TURN#${place}`,
});
export const agentKey = (entityId: string, agentId: string) => ({ pk: `E#${entityId}#AGENTS`, sk: `AGENT#${agentId}` });
/** Conversations of one contact, or of one public thread. */
export const peerKey = (
  { entityId, peerId }: { readonly entityId: string; readonly peerId: string },
  place: string,
) => ({
  pk: `E#${entityId}#PEER#${peerId}`,
  sk: place,
});
export const postKey = ({ entityId, peerId }: { readonly entityId: string; readonly peerId: string }) => ({
  pk: `E#${entityId}#POST#${peerId}`,
  sk: "POST",
});
export const contactNoteKey = (
  { entityId, peerId }: { readonly entityId: string; readonly peerId: string },
  noteId: string,
) => ({ pk: `E#${entityId}#CONTACT#${peerId}`, sk: noteId });
export const contactLinkKey = (
  { entityId, peerId }: { readonly entityId: string; readonly peerId: string },
  linkId: string,
) => ({ pk: `E#${entityId}#LINKED#${peerId}`, sk: linkId });
/** Notes that name an agent, in the order of their times. */
export const mentionKey = (entityId: string, agentId: string, place: string) => ({
  pk: `E#${entityId}#MENTIONS#${agentId}`,
  sk: place,
});
export const preferencesKey = (entityId: string, agentId: string) => ({
  pk: `E#${entityId}#PREFERENCES`,
  sk: `AGENT#${agentId}`,
});
/** Entries of an entity's log of administration, in the order of their versions. */
export const adminKey = (entityId: string, version: number) => ({
  pk: `E#${entityId}#ADMIN`,
  sk: `LOG#${String(version).padStart(10, "0")}`,
});
export const reportKey = (entityId: string, reportId: string) => ({
  pk: `E#${entityId}#REPORTS`,
  sk: `REPORT#${reportId}`,
});
export const teamKey = (entityId: string, teamId: string) => ({ pk: `E#${entityId}#TEAMS`, sk: `TEAM#${teamId}` });
export const runKey = (entityId: string, runId: string) => ({ pk: `E#${entityId}#RUNS`, sk: `RUN#${runId}` });
/** A conversation that a run has read, in its first or its second walk. */
export const meetingKey = (entityId: string, runId: string, walk: "first" | "second", conversationId: string) => ({
  pk: `E#${entityId}#RUN#${runId}`,
  sk: `${walk}#${conversationId}`,
});
export const tagKey = (entityId: string, tagId: string) => ({ pk: `E#${entityId}#TAGS`, sk: `TAG#${tagId}` });
export const macroKey = (entityId: string, macroId: string) => ({
  pk: `E#${entityId}#MACROS`,
  sk: `MACRO#${macroId}`,
});
export const savedViewsKey = (entityId: string, agentId: string) => ({
  pk: `E#${entityId}#VIEWS`,
  sk: `AGENT#${agentId}`,
});
export const tallyKey = (entityId: string, span: string, startedAt: string) => ({
  pk: `E#${entityId}#TALLY#${span}`,
  sk: startedAt,
});
const boardShards = 256;
export const boardKey = (entityId: string, conversationId: string) => ({
  pk: `E#${entityId}#BOARD`,
  sk: `SHARD#${String(firstByteOf(conversationId) % boardShards).padStart(3, "0")}`,
});
/** Outcomes of promises, in order of time. */
export const promiseKey = (entityId: string, id: string) => ({ pk: `E#${entityId}#PROMISES`, sk: id });
export const hourKey = (entityId: string, startedAt: string) => ({ pk: `E#${entityId}#HOURS`, sk: startedAt });
export const incidentKey = (entityId: string, id: string) => ({ pk: `E#${entityId}#INCIDENTS`, sk: `INCIDENT#${id}` });
export const rulesKey = (entityId: string) => ({ pk: `E#${entityId}#INCIDENTS`, sk: "RULES" });
export const alertsKey = (entityId: string) => ({ pk: `E#${entityId}#INCIDENTS`, sk: "ALERTS" });
export const templateKey = (entityId: string, templateId: string) => ({
  pk: `E#${entityId}#TEMPLATES`,
  sk: `TEMPLATE#${templateId}`,
});
export const templateVersionKey = (entityId: string, templateId: string, version: number) => ({
  pk: `E#${entityId}#TEMPLATE#${templateId}`,
  sk: `VERSION#${String(version).padStart(10, "0")}`,
});
export const templateUseKey = (entityId: string, templateId: string) => ({
  pk: `E#${entityId}#TEMPLATEUSE`,
  sk: `TEMPLATE#${templateId}`,
});
export const guardKey = (entityId: string) => ({ pk: `E#${entityId}#SETTINGS`, sk: "GUARD" });
/** Legal holds of an entity, few. */
export const holdKey = (entityId: string, holdId: string) => ({ pk: `E#${entityId}#HOLDS`, sk: `HOLD#${holdId}` });
/** How far the clock has looked for words whose term is over. */
export const termKey = (entityId: string) => ({ pk: `E#${entityId}#SETTINGS`, sk: "TERM" });
export const kitKey = (entityId: string) => ({ pk: `E#${entityId}#SETTINGS`, sk: "KIT" });
export const directoryKey = (entityId: string) => ({ pk: `E#${entityId}#SETTINGS`, sk: "DIRECTORY" });
export const standingKey = (entityId: string, agentId: string) => ({
  pk: `E#${entityId}#STANDINGS`,
  sk: `AGENT#${agentId}`,
});
export const approvalKey = (entityId: string, conversationId: string, messageId: string) => ({
  pk: `E#${entityId}#APPROVALS`,
  sk: `APPROVAL#${conversationId}#${messageId}`,
});
/** Links and codes of the secure page, by their hash. */
export const linkKey = (entityId: string, hash: string) => ({ pk: `E#${entityId}#LINK#${hash}`, sk: "LINK" });
export const visitKey = (entityId: string, hash: string) => ({ pk: `E#${entityId}#VISIT#${hash}`, sk: "VISIT" });
export const proofKey = (key: ConversationKey) => ({ pk: conversationPk(key), sk: "PROOF" });
export const attemptsKey = (entityId: string, who: string, window: number) => ({
  pk: `E#${entityId}#ATTEMPTS#${who}`,
  sk: `WINDOW#${window}`,
});
export const noticeKey = (entityId: string, noticeId: string) => ({
  pk: `E#${entityId}#NOTICE#${noticeId}`,
  sk: "NOTICE",
});
export const customerKey = (entityId: string, customerId: string, caseId: string) => ({
  pk: `E#${entityId}#CUSTOMER#${customerId}`,
  sk: `CASE#${caseId}`,
});
export const ticketKey = (ticketHash: string) => ({ pk: `TICKET#${ticketHash}`, sk: "TICKET" });
export const connectionKey = (connectionId: string) => ({ pk: `CONN#${connectionId}`, sk: "CONN" });
export const listenerKey = (entityId: string, connectionId: string) => ({
  pk: `E#${entityId}#LIVE`,
  sk: `CONN#${connectionId}`,
});
/** Apart from the conversation: who looks at it is neither part of it nor kept. */
export const attentionKey = ({ conversationId, entityId }: ConversationKey, connectionId: string) => ({
  pk: `E#${entityId}#ATTENTION#${conversationId}`,
  sk: `CONN#${connectionId}`,
});
export const watermarkKey = (entityId: string) => ({ pk: `E#${entityId}#LIVE`, sk: "WATERMARK" });
export const clockKey = { pk: "CLOCK", sk: "TIMERS" };

/** The same for the same conversation, and spread evenly over many: what shards are chosen by. */
export const firstByteOf = (conversationId: string): number =>
  createHash("sha256").update(conversationId).digest()[0] ?? 0;
