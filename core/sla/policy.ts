import * as z from "zod";
import { alwaysOpen, Calendar, officeWeek } from "./calendar.ts";

const Seconds = z.int().positive();

/** What is done once an answer is late, `afterSeconds` of open time after its deadline. */
export const Escalation = z
  .strictObject({
    afterSeconds: z.int().min(0),
    actions: z.array(z.enum(["raise-priority", "notify-supervisors", "return-to-team"])).readonly(),
    /** The team that takes over. */
    teamId: z.string().min(1).optional(),
  })
  .readonly();
export type Escalation = z.infer<typeof Escalation>;

/** What we promise, on which calendar. A conversation keeps the id and version it began with. */
export const Policy = z
  .strictObject({
    id: z.string().min(1),
    version: z.int().positive(),
    calendar: Calendar,
    firstResponseSeconds: Seconds,
    nextResponseSeconds: Seconds,
    resolutionSeconds: Seconds,
    /** Parts of the time allowed at which a target counts as at risk: `[0.5, 0.8]`. */
    atRiskFractions: z.array(z.number().gt(0).lt(1)),
    /** Steps after a breached first or next response, in any order. */
    escalation: z.array(Escalation).max(5).readonly().optional(),
  })
  .readonly();
export type Policy = z.infer<typeof Policy>;

/** Nobody is taken from an agent who may be writing: that is for a bank to ask for. */
const atOnce: Escalation = { afterSeconds: 0, actions: ["raise-priority", "notify-supervisors"] };

export const defaultPolicy: Policy = {
  id: "default",
  version: 1,
  calendar: officeWeek,
  firstResponseSeconds: 2 * 3600,
  nextResponseSeconds: 2 * 3600,
  resolutionSeconds: 24 * 3600,
  atRiskFractions: [0.5, 0.8],
  escalation: [atOnce],
};

/** For what cannot wait until the counter opens: a quarter of an hour, round the clock. */
export const urgentPolicy: Policy = {
  id: "urgent",
  version: 1,
  calendar: alwaysOpen,
  firstResponseSeconds: 15 * 60,
  nextResponseSeconds: 15 * 60,
  resolutionSeconds: 24 * 3600,
  atRiskFractions: [0.5, 0.8],
  escalation: [atOnce],
};
