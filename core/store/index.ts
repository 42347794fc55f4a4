import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import * as operations from "./operation.ts";
import { openTable, type Table } from "./table.ts";

export type { Desk } from "./agent.ts";
export type { Onlooker } from "./attention.ts";
export type { Attachment, Author, Body, Pointer } from "./body.ts";
export type { SealedCredential } from "./channel.ts";
export type { Change, Committed, Entry, Head } from "./commit.ts";
export { consentWays } from "./consent.ts";
export type { ContactLink } from "./contact-link.ts";
export type { Draft } from "./draft.ts";
export type { Enclosure } from "./enclosure.ts";
export type { Evidence } from "./evidence.ts";
export type { Case, Link, Proof, Visit } from "./handoff.ts";
export type { Hold } from "./hold.ts";
export type { AccountKey, ConversationKey } from "./key.ts";
export type { Due, List, Page, Stretch } from "./list.ts";
export type { Attention, Connection, Ticket } from "./live.ts";
export type { Peer, Post } from "./peer.ts";
export type { Picture } from "./picture.ts";
export type { Preferences } from "./preferences.ts";
export type { Telling } from "./report-fact.ts";
export type { Run } from "./run.ts";
export { expiryAttribute, indexNames, tableDefinition } from "./schema.ts";
export type { KeptTemplate, TemplateUse } from "./template.ts";

type Operation<Parameters extends readonly unknown[], Result> = (table: Table, ...parameters: Parameters) => Result;
type Bound<Each> =
  Each extends Operation<infer Parameters, infer Result> ? (...parameters: Parameters) => Result : never;

/** Everything Guichet keeps, in one DynamoDB table: the operations of `operation.ts` on it. */
export type Store = { readonly [Name in keyof typeof operations]: Bound<(typeof operations)[Name]> };

export const createStore = (client: DynamoDBDocumentClient, tableName: string): Store => {
  const table = openTable(client, tableName);
  const all: Readonly<Record<string, Operation<never[], unknown>>> = operations;
  return Object.fromEntries(
    Object.entries(all).map(([name, operation]) => [name, operation.bind(undefined, table)]),
  ) as Store;
};
