import type { Alert, Incident } from "./types.ts";

/** Of what was noticed, what no running incident is about. */
export const newsAmong = (alerts: readonly Alert[], incidents: readonly Incident[]): Alert[] =>
  alerts.filter(
    ({ topic }) => !incidents.some(({ rule, status }) => status === "open" && !rule.channel && rule.topic === topic),
  );
