import type { z } from "@hono/zod-openapi";
import { expect, expectTypeOf, test } from "vitest";
import * as Classification from "#core/classification";
import * as Conversation from "#core/conversation";
import * as Directory from "#core/directory";
import type * as Entity from "#core/entity";
import * as Reports from "#core/report";
import type { Approvals } from "../../functions/api/approval-list.ts";
import type * as Health from "../../functions/api/channel-schema.ts";
import type * as Talk from "../../functions/api/conversation-schema.ts";
import type { ForetoldView } from "../../functions/api/foretell.ts";
import type * as Incident from "../../functions/api/incident-schema.ts";
import type * as Logs from "../../functions/api/log.ts";
import type { Permission } from "../../functions/api/permission.ts";
import type * as Person from "../../functions/api/person-schema.ts";
import type * as Report from "../../functions/api/report-schema.ts";
import type * as Api from "../../functions/api/schema.ts";
import type * as Wallboard from "../../functions/api/wallboard-schema.ts";
import * as Page from "../../web/inbox/data/api-types.ts";
import type { Bank, Foretold } from "../../web/inbox/data/bank/api.ts";
import type { ChannelHealth } from "../../web/inbox/data/channels/types.ts";
import { happenings } from "../../web/inbox/data/inbox/happening.ts";
import type * as Incidents from "../../web/inbox/data/incident/types.ts";
import { TOPICS } from "../../web/inbox/data/incident/types.ts";
import type { LogPage } from "../../web/inbox/data/log/api.ts";
import type { Profile } from "../../web/inbox/data/people/api.ts";
import type { Approval } from "../../web/inbox/data/reply/api.ts";
import type * as Figures from "../../web/inbox/data/report/api.ts";
import type { AgentLoad, Trend } from "../../web/inbox/data/wallboard/types.ts";
import type { log } from "../../web/inbox/language/en/log.ts";

/** A value as JSON carries it: what is undefined is not there. */
type Sent<Value> = Value extends object ? { [Key in keyof Value]: Sent<Exclude<Value[Key], undefined>> } : Value;

/** What the API's description of an answer gives: `tsc` refuses a page that expects something else. */
type Answer<Schema extends z.ZodType> = Sent<z.output<Schema>>;

test("the page expects what the API answers", () => {
  expectTypeOf<Answer<typeof Talk.Card>>().toExtend<Page.Card>();
  expectTypeOf<Answer<typeof Talk.Message>>().toExtend<Page.Message>();
  expectTypeOf<Answer<typeof Talk.TimelineEvent>>().toExtend<Page.ConversationEvent>();
  expectTypeOf<Answer<typeof Approvals>>().toExtend<Page.ApprovalsWaiting>();
  expectTypeOf<Answer<typeof Approvals>["items"][number]>().toExtend<Approval>();
  expectTypeOf<Answer<typeof Talk.ConversationView>>().toExtend<Page.Conversation>();
  expectTypeOf<Answer<typeof Person.AgentView>>().toExtend<Page.Agent>();
  expectTypeOf<Answer<typeof Person.Profile>>().toExtend<Profile>();
  expectTypeOf<Profile>().toExtend<Answer<typeof Person.Profile>>();
  expectTypeOf<Answer<typeof Entity.Entity>>().toExtend<Bank>();
  expectTypeOf<Sent<ForetoldView>>().toExtend<Foretold>();
  expectTypeOf<Answer<typeof Api.Enclosure>>().toExtend<Page.Enclosure>();
  expectTypeOf<Answer<typeof Person.Me>>().toExtend<Page.Me>();
  expectTypeOf<Answer<typeof Api.Problem>>().toExtend<Page.Problem>();
  expectTypeOf<Answer<typeof Health.ChannelHealth>>().toExtend<ChannelHealth>();
  expectTypeOf<Answer<typeof Incident.IncidentView>>().toExtend<Incidents.Incident>();
  expectTypeOf<Answer<typeof Incident.Alert>>().toExtend<Incidents.Alert>();
  expectTypeOf<Answer<typeof Report.ReportView>>().toExtend<Figures.Report>();
  expectTypeOf<Answer<typeof Wallboard.AgentLoad>>().toExtend<AgentLoad>();
  expectTypeOf<Answer<typeof Wallboard.Trend>>().toExtend<Trend>();
  expectTypeOf<Answer<typeof Logs.LogPage>>().toExtend<LogPage>();
  expectTypeOf<Page.Permission>().toExtend<Permission>();
  expectTypeOf<keyof typeof log.event>().toEqualTypeOf<Conversation.ConversationEvent["type"]>();
  expectTypeOf<keyof typeof log.change>().toEqualTypeOf<Entity.AdminEvent["type"]>();
  expect(TOPICS.toSorted()).toEqual(Classification.topics.toSorted());
  expect(happenings).toEqual(Reports.happenings);
  expect(Page.PRIORITIES).toEqual(Conversation.priorities);
  expect(Page.AUDIENCES).toEqual(Directory.audiences);
  expect(Page.GROUNDS).toEqual(Conversation.erasureRequests);
  expect(Page.NO_ANSWER_REASONS).toEqual(Conversation.noAnswerReasons);
});
