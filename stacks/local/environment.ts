import * as z from "zod";

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  DATA_DIR: z.string().default(".guichet"),
  DEMO: z.enum(["on", "off"]).default("on"),
  ARRIVAL: z.enum(["conversation", "messaging"]).default("conversation"),
  LOG: z.enum(["debug", "info", "warn", "error"]).default("warn"),
});

/** What a variable that was refused may be. */
const wanted: Readonly<Record<string, string>> = {
  PORT: "a number from 0 to 65535",
  DATA_DIR: "a folder",
  DEMO: "on or off",
  ARRIVAL: "conversation or messaging",
  LOG: "debug, info, warn or error",
};

/** What may be said otherwise than this machine says it: the secrets, and where the platforms are. */
const passedOn = [
  "X_CONSUMER_SECRET",
  "META_APP_SECRET",
  "META_VERIFY_TOKEN",
  "IDENTITY_KEY",
  "ADDRESS_KEY",
  "EVIDENCE_KEY",
  "SESSION_KEY",
  "OIDC_CLIENT_SECRET",
  "OIDC_CLIENT_KEY",
  "OIDC_CLIENT_PROOF",
  "SECURE_KEY",
  "EDGE_KEY",
  "TOKEN_KEY",
  "CHANNEL_TOKENS",
  "X_API_URL",
  "META_GRAPH_URL",
  "INSTAGRAM_GRAPH_URL",
  "PICTURE_HOSTS",
  "SECURE_HOSTS",
];

/**
 * What `npm start` and `npm run token` take from the environment; an empty variable counts as absent.
 * @throws an error with the code `ENVIRONMENT_INVALID` whose message names the variable
 */
export const readEnvironment = (given: Readonly<Record<string, string | undefined>>) => {
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
  const { data, error } = Environment.safeParse(present);
  if (data === undefined) {
    const names = new Set(error.issues.map(({ path }) => String(path[0])));
    const sentences = [...names].map(
      (name) => `${name}=${present[name]} cannot be used: it has to be ${wanted[name]}.`,
    );
    throw Object.assign(new Error(sentences.join("\n")), { code: "ENVIRONMENT_INVALID" });
  }
  const { ARRIVAL, PORT, DATA_DIR, DEMO, LOG } = data;
  const variables: Record<string, string> = {};
  for (const name of passedOn) if (present[name] !== undefined) variables[name] = present[name];
  return { port: PORT, dataDir: DATA_DIR, demo: DEMO === "on", arrival: ARRIVAL, logLevel: LOG, variables };
};
