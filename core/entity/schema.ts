import * as z from "zod";
import * as Handoff from "#core/handoff";
import * as Redaction from "#core/redaction";
import * as Referral from "#core/referral";
import * as Report from "#core/report";
import * as Retention from "#core/retention";
import * as Sla from "#core/sla";

/** Which state of it this is: sent back as it was read, so that nobody's change is lost. Absent: nothing was kept yet. */
const revision = z.number().int().min(1).optional();

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "lower-case letters, digits and dashes, at most 40");

export const Platform = z.enum(["x", "facebook", "instagram", "whatsapp"]);
export type Platform = z.infer<typeof Platform>;

/** An account of the bank on a platform; `accountId` is the platform's id, a string of digits. */
export const Account = z.object({
  platform: Platform,
  accountId: z.string().regex(/^\d{1,32}$/, "the platform's numeric id, as a string"),
  teamId: id,
  name: z.string().trim().min(1).max(80),
  handle: z.string().max(60).optional(),
});
export type Account = z.infer<typeof Account>;

/** Approved words, by language. */
const Approved = z.object({ fr: z.string().min(1).max(1000).optional(), en: z.string().min(1).max(1000).optional() });

/** A bank, or one of its regional banks: its accounts, teams, hours and promises. Everything stored belongs to one. */
export const Entity = z
  .object({
    id,
    revision,
    name: z.string().trim().min(1).max(80),
    languages: z.array(z.enum(["fr", "en"])).min(1),
    timeZone: z.string().min(1).max(60),
    accounts: z.array(Account).max(200),
    teams: z
      .array(
        z.object({
          id,
          name: z.string().trim().min(1).max(80),
          /** Whose agents help when a deadline is in danger and nobody of the team has room. */
          overflowTeamId: id.optional(),
        }),
      )
      .min(1)
      .max(100),
    /** What redaction keeps and spares for this bank; it can never keep a whole card, a code or a password. */
    redaction: Redaction.Policy.optional(),
    /** How long words are kept after their conversation was closed. Absent: until somebody sets it. */
    retention: Retention.Policy.optional(),
    /**
     * The teams that fight fraud: what customers quote as a fraudster's, a number or a link, is kept for them, sealed, for
     * seven days. Absent: it is removed like any other.
     */
    evidence: z.strictObject({ teamIds: z.array(id).min(1).max(20) }).optional(),
    /** Other desks of the bank, with systems of their own; they need the secure channel's page for their notices. */
    desks: z.array(Referral.Desk).max(50).optional(),
    /** Takes, signed, which answers are late: for supervisors who are not at the page. Needs `secure`, which publishes our keys. */
    escalationHook: z.strictObject({ url: Handoff.Address }).optional(),
    /** What work and messages cost, for the reports; without it they show no cost. */
    costs: Report.Costs.optional(),
    /** Teams whose figures may be shown agent by agent, which a works council has to agree to; absent: none. */
    agentFiguresTeamIds: z.array(id).max(100).optional(),
    /** The way to where customers can be identified. Absent: none can be offered. */
    secure: Handoff.SecureChannel.optional(),
    /** The regulators' terms for complaints; the first is the usual one. Absent: France's, then the United Kingdom's. */
    complaintRules: z.array(Sla.ComplaintRule).min(1).max(20).optional(),
    /** Sent at once, once an occasion. */
    automaticAnswers: z
      .object({
        /** In private, to what cannot wait: whom to call. */
        urgent: Approved.optional(),
        /** While the bank is closed; `{opensAt}` becomes the day and hour it opens. */
        outsideHours: Approved.optional(),
      })
      .optional(),
    /** Asked at closing, in private and once a conversation; answered by a digit from 1 to 5. Absent: nobody is asked. */
    satisfaction: Approved.optional(),
    /** The last one is current; earlier ones stay so that an old deadline remains explainable. */
    slaPolicies: z.array(Sla.Policy).min(1).max(200),
    /** Which conversations have another promise; the first rule that fits counts. Absent: what is urgent, and nothing else. */
    slaRules: z.array(Sla.PolicyRule).max(50).optional(),
  })
  .superRefine((entity, context) => {
    if (entity.escalationHook !== undefined && entity.secure === undefined) {
      context.addIssue({
        code: "custom",
        path: ["escalationHook"],
        message: "needs `secure`, whose page has our keys",
      });
    }
    const teamIds = new Set(entity.teams.map((team) => team.id));
    entity.evidence?.teamIds.forEach((teamId, index) => {
      if (teamIds.has(teamId)) return;
      context.addIssue({
        code: "custom",
        path: ["evidence", "teamIds", index],
        message: "names no team of this entity",
      });
    });
    entity.accounts.forEach((account, index) => {
      if (teamIds.has(account.teamId)) return;
      context.addIssue({
        code: "custom",
        path: ["accounts", index, "teamId"],
        message: "names no team of this entity",
      });
    });
  });
export type Entity = z.infer<typeof Entity>;

export const Role = z.enum(["agent", "supervisor", "compliance", "admin"]);
export type Role = z.infer<typeof Role>;

export const Agent = z.object({
  id: z.string().min(1).max(100),
  revision,
  entityId: id,
  name: z.string().trim().min(1).max(80),
  role: Role,
  teamIds: z.array(id).max(20),
  /** Conversations one may hold at a time by assignment; taking one by hand may exceed it. */
  capacity: z.number().int().min(0).max(100),
  languages: z.array(z.string().min(2).max(8)).max(10),
  /** Topics the agent is trained for; they come first to who knows them. */
  skills: z.array(z.string().min(1).max(40)).max(20).optional(),
  /** New here: every reply has a second pair of eyes. */
  probation: z.boolean().optional(),
  /** Named to be one, whatever the role. */
  approver: z.boolean().optional(),
  removed: z.boolean().optional(),
});
export type Agent = z.infer<typeof Agent>;
