import * as z from "zod";
import { secretNames } from "./secrets.ts";

/** Each with what it may be, for who wrote something else. */
const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000).describe("a number from 0 to 65535"),
  DATA_DIR: z.string().default(".guichet").describe("a folder"),
  DEMO: z.enum(["on", "off"]).default("on").describe("on or off"),
  ARRIVAL: z.enum(["conversation", "messaging"]).default("conversation").describe("conversation or messaging"),
  LOG: z.enum(["debug", "info", "warn", "error"]).default("warn").describe("debug, info, warn or error"),
  UNDO_SECONDS: z.coerce.number().int().min(0).max(60).optional().describe("a number of seconds from 0 to 60"),
});

/** What reaches the functions as it is given: the secrets, where the platforms are, how long an answer can be taken back. */
const passedOn = [
  ...secretNames,
  "OIDC_CLIENT_PROOF",
  "X_API_URL",
  "META_GRAPH_URL",
  "INSTAGRAM_GRAPH_URL",
  "PICTURE_HOSTS",
  "SECURE_HOSTS",
  "UNDO_SECONDS",
];

/**
 * What `npm start` and `npm run token` take from the environment; an empty variable counts as absent.
 * @throws an error with the code `ENVIRONMENT_INVALID` whose message names the variable
 */
export const readEnvironment = (given: Readonly<Record<string, string | undefined>>) => {
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
  const { data, error } = Environment.safeParse(present);
  if (data === undefined) {
    const names = new Set(error.issues.map(({ path }) => path[0] as keyof typeof Environment.shape));
    const sentences = [...names].map(
      (name) => `${name}=${present[name]} cannot be used: it has to be ${Environment.shape[name].description}.`,
    );
    throw Object.assign(new Error(sentences.join("\n")), { code: "ENVIRONMENT_INVALID" });
  }
  const { ARRIVAL, PORT, DATA_DIR, DEMO, LOG } = data;
  const variables: Record<string, string> = {};
  for (const name of passedOn) if (present[name] !== undefined) variables[name] = present[name];
  return { port: PORT, dataDir: DATA_DIR, demo: DEMO === "on", arrival: ARRIVAL, logLevel: LOG, variables };
};
