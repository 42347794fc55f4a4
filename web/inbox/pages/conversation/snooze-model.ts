export type SnoozeId = "answer" | "hour" | "later" | "tomorrow" | "monday";
export type SnoozeChoice = { id: SnoozeId; until: string | undefined };

const MORNING_HOUR = 9;

/** The usual ends of a snooze, by the agent's own clock. */
export const snoozeChoices = (now: Date): SnoozeChoice[] => [
  { id: "answer", until: undefined },
  { id: "hour", until: inHours(now, 1) },
  { id: "later", until: inHours(now, 3) },
  { id: "tomorrow", until: morningIn(now, 1) },
  { id: "monday", until: morningIn(now, 8 - (now.getDay() || 7)) },
];

const inHours = (now: Date, hours: number): string => new Date(now.getTime() + hours * 3_600_000).toISOString();

const morningIn = (now: Date, days: number): string =>
  new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, MORNING_HOUR).toISOString();
