import type * as Handoff from "#core/handoff";
import type * as Sla from "#core/sla";
import { attemptsKey, type ConversationKey, customerKey, linkKey, noticeKey, proofKey, visitKey } from "./key.ts";
import { expiryAttribute, expirySeconds } from "./schema.ts";
import type { Item, Table } from "./table.ts";

/** Where a link or a code of the secure page leads. It is stored by its hash. */
export type Link = { readonly conversationId: string; readonly handoffId: string; readonly expiresAt: Sla.Instant };

/** Keeps where a link leads; an earlier one of the same hash is another's, and stays. */
export const putLink = (table: Table, entityId: string, hash: string, link: Link): Promise<boolean> =>
  table.put(
    { ...linkKey(entityId, hash), ...link, [expiryAttribute]: expirySeconds(link.expiresAt) },
    { ConditionExpression: "attribute_not_exists(pk)" },
  );

/** Undefined when there is none, or none any more. */
export const readLink = async (
  table: Table,
  entityId: string,
  hash: string,
  now: Sla.Instant,
): Promise<Link | undefined> => {
  const item = await table.get(linkKey(entityId, hash));
  if (item === undefined || String(item["expiresAt"]) <= now) return undefined;
  return {
    conversationId: String(item["conversationId"]),
    handoffId: String(item["handoffId"]),
    expiresAt: String(item["expiresAt"]),
  };
};

/** A browser on the secure page, known by the hash of its cookie: what it opened, and who signed in with it. */
export type Visit = {
  readonly expiresAt: Sla.Instant;
  readonly language: Handoff.Language;
  readonly handoff?: { readonly conversationId: string; readonly handoffId: string };
  /** Sign-in that is under way: the hash of its `state`. */
  readonly signIn?: { readonly state: string; readonly startedAt: Sla.Instant };
  readonly customer?: { readonly id: string; readonly subject: string };
  /** The secure conversation that is shown. */
  readonly caseId?: string;
};

export const putVisit = async (table: Table, entityId: string, hash: string, visit: Visit): Promise<void> => {
  await table.put({
    ...visitKey(entityId, hash),
    visit: JSON.stringify(visit),
    [expiryAttribute]: expirySeconds(visit.expiresAt),
  });
};

export const readVisit = async (
  table: Table,
  entityId: string,
  hash: string,
  now: Sla.Instant,
): Promise<Visit | undefined> => openVisit(await table.get(visitKey(entityId, hash)), now);

/** Takes a visit away and answers it: of two that ask, one gets it. */
export const takeVisit = async (
  table: Table,
  entityId: string,
  hash: string,
  now: Sla.Instant,
): Promise<Visit | undefined> =>
  openVisit(await table.remove(visitKey(entityId, hash), { ConditionExpression: "attribute_exists(pk)" }), now);

const openVisit = (item: Item | undefined, now: Sla.Instant): Visit | undefined => {
  if (item === undefined) return undefined;
  const visit = JSON.parse(String(item["visit"])) as Visit;
  return visit.expiresAt > now ? visit : undefined;
};

/** The code that proves a social account, as its hash: shown to one customer, awaited in one conversation. */
export type Proof = {
  readonly hash: string;
  readonly handoffId: string;
  readonly customerId: string;
  readonly caseId: string;
  readonly expiresAt: Sla.Instant;
};

/** One at a time: a new code replaces the one before, and its tries. */
export const putProof = async (table: Table, key: ConversationKey, proof: Proof): Promise<void> => {
  await table.put({ ...proofKey(key), ...proof, tries: 0, [expiryAttribute]: expirySeconds(proof.expiresAt) });
};

/** Counts a try and answers what is awaited; undefined when nothing is, or it was tried too often. */
export const tryProof = async (
  table: Table,
  key: ConversationKey,
  { now, tries }: { readonly now: Sla.Instant; readonly tries: number },
): Promise<Proof | undefined> => {
  const item = await table.update(proofKey(key), {
    UpdateExpression: "ADD tries :one",
    ConditionExpression: "attribute_exists(pk) AND expiresAt > :now AND tries < :most",
    ExpressionAttributeValues: { ":one": 1, ":now": now, ":most": tries },
  });
  if (item === undefined) return undefined;
  return {
    hash: String(item["hash"]),
    handoffId: String(item["handoffId"]),
    customerId: String(item["customerId"]),
    caseId: String(item["caseId"]),
    expiresAt: String(item["expiresAt"]),
  };
};

export const removeProof = async (table: Table, key: ConversationKey): Promise<void> => {
  await table.remove(proofKey(key));
};

/** Counts one more try of somebody within a span of time; the counter is gone after it. */
export const countAttempt = async (
  table: Table,
  entityId: string,
  { now, seconds, who }: { readonly who: string; readonly now: Sla.Instant; readonly seconds: number },
): Promise<number> => {
  const window = Math.floor(Date.parse(now) / (seconds * 1000));
  const item = await table.update(attemptsKey(entityId, who, window), {
    UpdateExpression: "ADD attempts :one SET #expiry = :expiry",
    ExpressionAttributeNames: { "#expiry": expiryAttribute },
    ExpressionAttributeValues: { ":one": 1, ":expiry": (window + 2) * seconds },
  });
  return Number(item?.["attempts"] ?? 1);
};

/** Whether a notice is read for the first time. */
export const putNotice = (table: Table, entityId: string, noticeId: string, until: Sla.Instant): Promise<boolean> =>
  table.put(
    { ...noticeKey(entityId, noticeId), [expiryAttribute]: expirySeconds(until) },
    { ConditionExpression: "attribute_not_exists(pk)" },
  );

/** A secure conversation of a customer's, and what led to it. */
export type Case = {
  readonly caseId: string;
  readonly at: Sla.Instant;
  readonly conversationId: string;
  readonly handoffId: string;
  readonly purpose: Handoff.Purpose;
};

/** Joins a secure conversation to the customer who may read it. */
export const putCase = async (
  table: Table,
  entityId: string,
  { customerId, ...joined }: Case & { readonly customerId: string },
): Promise<void> => {
  await table.put(
    { ...customerKey(entityId, customerId, joined.caseId), ...joined },
    { ConditionExpression: "attribute_not_exists(pk)" },
  );
};

/** A customer's secure conversations, the newest first. */
export const listCases = async (table: Table, entityId: string, customerId: string): Promise<readonly Case[]> => {
  const items = await table.queryAll({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": customerKey(entityId, customerId, "").pk },
    ConsistentRead: true,
  });
  return items
    .toSorted((left, right) => (String(left["at"]) < String(right["at"]) ? 1 : -1))
    .map((item) => ({
      caseId: String(item["caseId"]),
      at: String(item["at"]),
      conversationId: String(item["conversationId"]),
      handoffId: String(item["handoffId"]),
      purpose: String(item["purpose"]) as Handoff.Purpose,
    }));
};
