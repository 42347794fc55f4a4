/** The fields a log line may hold: ids, kinds, counts and durations. A field that is not here cannot be logged. */
export type LogFields = {
  readonly accountId?: string;
  readonly agentId?: string;
  readonly attempt?: number;
  readonly channel?: string;
  readonly code?: string;
  readonly conversationId?: string;
  readonly count?: number;
  readonly durationMilliseconds?: number;
  readonly entityId?: string;
  readonly error?: string;
  readonly ignored?: Readonly<Record<string, number>>;
  readonly latenessMilliseconds?: number;
  readonly messageId?: string;
  readonly method?: string;
  readonly platform?: string;
  readonly queue?: string;
  readonly requestId?: string;
  /** The route's pattern, never the path: a path may hold an id of the platform. */
  readonly route?: string;
  readonly status?: number;
  readonly version?: number;
};

export type LogLevel = "debug" | "info" | "warn" | "error";
export type Log = Readonly<Record<LogLevel, (event: string, fields?: LogFields) => void>>;

const allowed: ReadonlySet<string> = new Set<keyof LogFields>([
  "accountId",
  "agentId",
  "attempt",
  "channel",
  "code",
  "conversationId",
  "count",
  "durationMilliseconds",
  "entityId",
  "error",
  "ignored",
  "latenessMilliseconds",
  "messageId",
  "method",
  "platform",
  "queue",
  "requestId",
  "route",
  "status",
  "version",
]);
const valueLength = 160;

/** One JSON object a line. The types say what may be logged; this makes it so at run time too. */
export const createLog = (write: (line: string) => void, now: () => string): Log => {
  const at =
    (level: LogLevel) =>
    (event: string, fields: LogFields = {}): void =>
      write(JSON.stringify({ at: now(), level, event, ...keep(fields) }));
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
};

const keep = (fields: LogFields): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([name, value]) => allowed.has(name) && value !== undefined)
      .map(([name, value]) => [name, typeof value === "string" ? value.slice(0, valueLength) : value]),
  );
