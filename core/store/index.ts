import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { appendAdmin, readAdminLog, readAdminVersion } from "./admin-log.ts";
import {
  claimSlot,
  endPresence,
  listDesks,
  putAgent,
  readDesk,
  releaseSlot,
  releaseStaleSlot,
  setAway,
  setPresence,
} from "./agent.ts";
import { listApprovalMarks, markApproval, unmarkApproval } from "./approval.ts";
import { listOnlookers, putOnlooker, removeOnlooker } from "./attention.ts";
import { listStandings, putStanding, readStanding, removeStanding } from "./board.ts";
import {
  listBodies,
  listFewBodies,
  putBody,
  putPointer,
  readBodies,
  readBody,
  readPointer,
  replaceBody,
  reviseBody,
} from "./body.ts";
import { changeBudget, countTurns, listAhead, putTurn, readBudget, removeTurn } from "./budget.ts";
import {
  beginRefresh,
  changeHealth,
  countRefusals,
  endRefresh,
  putCredential,
  readCredential,
  readHealth,
  removeCredential,
  sumRefusals,
} from "./channel.ts";
import { putClock, readClock } from "./clock.ts";
import { commit, readHead, readLog } from "./commit.ts";
import { listContactLinks, putContactLink, removeContactLink } from "./contact-link.ts";
import { listContactNotes, putContactNote, removeContactNote } from "./contact-note.ts";
import {
  listMacros,
  listTags,
  putMacro,
  putSavedViews,
  putTag,
  readSavedViews,
  readTag,
  removeMacro,
} from "./desk-item.ts";
import { listDrafts, putDraft, readDraft, removeDraft } from "./draft.ts";
import { putEnclosure, readEnclosure } from "./enclosure.ts";
import { findEntity, listEntities, putEntity, readEntity } from "./entity.ts";
import { putEvidence, readEvidence, removeEvidence } from "./evidence.ts";
import {
  countAttempt,
  listCases,
  putCase,
  putLink,
  putNotice,
  putProof,
  putVisit,
  readLink,
  readVisit,
  removeProof,
  takeVisit,
  tryProof,
} from "./handoff.ts";
import { listHolds, putHold, readHold, removeHold } from "./hold.ts";
import {
  listIncidents,
  putIncident,
  putIncidentRules,
  readIncident,
  readIncidentRules,
  reviseIncident,
} from "./incident.ts";
import { findCards, listCards, listTimers, listUndelivered, listWaiting, readCards } from "./list.ts";
import {
  listConnections,
  nextSequence,
  putConnection,
  putTicket,
  readConnection,
  readSequence,
  redeemTicket,
  removeConnection,
  setAttention,
} from "./live.ts";
import { listMentions, markMentionRead, putMention } from "./mention.ts";
import { listEveryPeer, listPeers, putPeer, putPost, readPost } from "./peer.ts";
import { putPicture, readPicture, readPictures } from "./picture.ts";
import { putPreferences, readPreferences } from "./preferences.ts";
import { listHours, listOutcomes, putHour, putOutcome } from "./promise.ts";
import { eraseBody, listRemnants, putTermWalk, readTermWalk, removeDrafts, removeRemnants } from "./remnant.ts";
import { listReports, putReport } from "./report.ts";
import { listTold, putFacts, putTelling, readTelling } from "./report-fact.ts";
import { advanceRun, meetInRun, putRun, readRun } from "./run.ts";
import {
  listKitStandings,
  putDirectory,
  putGuard,
  putKit,
  putKitStanding,
  readDirectory,
  readGuard,
  readKit,
  readKitStanding,
} from "./settings.ts";
import { openTable, type Table } from "./table.ts";
import { countBeginning, listTallies, putAlerts, readAlerts } from "./tally.ts";
import { addPick, readPicks } from "./team.ts";
import {
  countTemplateUse,
  listTemplates,
  listTemplateUse,
  listTemplateVersions,
  putTemplate,
  putTemplateVersion,
  readTemplate,
} from "./template.ts";

export type { Desk } from "./agent.ts";
export type { Onlooker } from "./attention.ts";
export type { Attachment, Author, Body, Pointer } from "./body.ts";
export type { SealedCredential } from "./channel.ts";
export type { Change, Committed, Entry, Head } from "./commit.ts";
export { type ContactLink, consentWays } from "./contact-link.ts";
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

/** Everything Guichet keeps, in one DynamoDB table. */
export const createStore = (client: DynamoDBDocumentClient, tableName: string) => {
  const table = openTable(client, tableName);
  const on =
    <Parameters extends readonly unknown[], Result>(operation: (table: Table, ...parameters: Parameters) => Result) =>
    (...parameters: Parameters): Result =>
      operation(table, ...parameters);
  return {
    commit: on(commit),
    readHead: on(readHead),
    readLog: on(readLog),
    putBody: on(putBody),
    replaceBody: on(replaceBody),
    reviseBody: on(reviseBody),
    eraseBody: on(eraseBody),
    listBodies: on(listBodies),
    listFewBodies: on(listFewBodies),
    readBody: on(readBody),
    readBodies: on(readBodies),
    putEvidence: on(putEvidence),
    readEvidence: on(readEvidence),
    removeEvidence: on(removeEvidence),
    listRemnants: on(listRemnants),
    removeRemnants: on(removeRemnants),
    removeDrafts: on(removeDrafts),
    readTermWalk: on(readTermWalk),
    putTermWalk: on(putTermWalk),
    putHold: on(putHold),
    readHold: on(readHold),
    removeHold: on(removeHold),
    listHolds: on(listHolds),
    putPointer: on(putPointer),
    readPointer: on(readPointer),
    putDraft: on(putDraft),
    readDraft: on(readDraft),
    listDrafts: on(listDrafts),
    removeDraft: on(removeDraft),
    readCredential: on(readCredential),
    putCredential: on(putCredential),
    removeCredential: on(removeCredential),
    beginRefresh: on(beginRefresh),
    endRefresh: on(endRefresh),
    readHealth: on(readHealth),
    changeHealth: on(changeHealth),
    countRefusals: on(countRefusals),
    sumRefusals: on(sumRefusals),
    readBudget: on(readBudget),
    changeBudget: on(changeBudget),
    listAhead: on(listAhead),
    countTurns: on(countTurns),
    putTurn: on(putTurn),
    removeTurn: on(removeTurn),
    putEnclosure: on(putEnclosure),
    readEnclosure: on(readEnclosure),
    putPicture: on(putPicture),
    readPicture: on(readPicture),
    readPictures: on(readPictures),
    putPeer: on(putPeer),
    listEveryPeer: on(listEveryPeer),
    listPeers: on(listPeers),
    putPost: on(putPost),
    readPost: on(readPost),
    putContactLink: on(putContactLink),
    removeContactLink: on(removeContactLink),
    listContactLinks: on(listContactLinks),
    putContactNote: on(putContactNote),
    listContactNotes: on(listContactNotes),
    removeContactNote: on(removeContactNote),
    putMention: on(putMention),
    listMentions: on(listMentions),
    markMentionRead: on(markMentionRead),
    readPreferences: on(readPreferences),
    putPreferences: on(putPreferences),
    listCards: on(listCards),
    findCards: on(findCards),
    readCards: on(readCards),
    listWaiting: on(listWaiting),
    listTimers: on(listTimers),
    listUndelivered: on(listUndelivered),
    listTags: on(listTags),
    putTag: on(putTag),
    readTag: on(readTag),
    listMacros: on(listMacros),
    putMacro: on(putMacro),
    removeMacro: on(removeMacro),
    readSavedViews: on(readSavedViews),
    putSavedViews: on(putSavedViews),
    putRun: on(putRun),
    advanceRun: on(advanceRun),
    meetInRun: on(meetInRun),
    readRun: on(readRun),
    putReport: on(putReport),
    listReports: on(listReports),
    putFacts: on(putFacts),
    listTold: on(listTold),
    readTelling: on(readTelling),
    putTelling: on(putTelling),
    appendAdmin: on(appendAdmin),
    readAdminLog: on(readAdminLog),
    readAdminVersion: on(readAdminVersion),
    markApproval: on(markApproval),
    unmarkApproval: on(unmarkApproval),
    listApprovalMarks: on(listApprovalMarks),
    readGuard: on(readGuard),
    putGuard: on(putGuard),
    readDirectory: on(readDirectory),
    putDirectory: on(putDirectory),
    readKit: on(readKit),
    putKit: on(putKit),
    readKitStanding: on(readKitStanding),
    listKitStandings: on(listKitStandings),
    putKitStanding: on(putKitStanding),
    listTemplates: on(listTemplates),
    readTemplate: on(readTemplate),
    putTemplate: on(putTemplate),
    putTemplateVersion: on(putTemplateVersion),
    listTemplateVersions: on(listTemplateVersions),
    countTemplateUse: on(countTemplateUse),
    listTemplateUse: on(listTemplateUse),
    putEntity: on(putEntity),
    readEntity: on(readEntity),
    listEntities: on(listEntities),
    findEntity: on(findEntity),
    putAgent: on(putAgent),
    readDesk: on(readDesk),
    listDesks: on(listDesks),
    setPresence: on(setPresence),
    setAway: on(setAway),
    endPresence: on(endPresence),
    claimSlot: on(claimSlot),
    releaseSlot: on(releaseSlot),
    releaseStaleSlot: on(releaseStaleSlot),
    putStanding: on(putStanding),
    removeStanding: on(removeStanding),
    readStanding: on(readStanding),
    listStandings: on(listStandings),
    putOutcome: on(putOutcome),
    listOutcomes: on(listOutcomes),
    putHour: on(putHour),
    listHours: on(listHours),
    putIncident: on(putIncident),
    reviseIncident: on(reviseIncident),
    readIncident: on(readIncident),
    listIncidents: on(listIncidents),
    readIncidentRules: on(readIncidentRules),
    putIncidentRules: on(putIncidentRules),
    countBeginning: on(countBeginning),
    listTallies: on(listTallies),
    readAlerts: on(readAlerts),
    putAlerts: on(putAlerts),
    readPicks: on(readPicks),
    addPick: on(addPick),
    putTicket: on(putTicket),
    redeemTicket: on(redeemTicket),
    putConnection: on(putConnection),
    readConnection: on(readConnection),
    removeConnection: on(removeConnection),
    listConnections: on(listConnections),
    setAttention: on(setAttention),
    putOnlooker: on(putOnlooker),
    removeOnlooker: on(removeOnlooker),
    listOnlookers: on(listOnlookers),
    nextSequence: on(nextSequence),
    readSequence: on(readSequence),
    countAttempt: on(countAttempt),
    listCases: on(listCases),
    putCase: on(putCase),
    putLink: on(putLink),
    putNotice: on(putNotice),
    putProof: on(putProof),
    putVisit: on(putVisit),
    readLink: on(readLink),
    readVisit: on(readVisit),
    removeProof: on(removeProof),
    takeVisit: on(takeVisit),
    tryProof: on(tryProof),
    readClock: on(readClock),
    putClock: on(putClock),
  };
};

export type Store = ReturnType<typeof createStore>;
