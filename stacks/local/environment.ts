import { z } from "zod";

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  DATA_DIR: z.string().min(1).default(".guichet"),
  DEMO: z.enum(["on", "off"]).default("on"),
  LOG: z.enum(["debug", "info", "warn", "error"]).default("warn"),
});

/** What `npm start` and `npm run token` take from the environment. An empty variable counts as absent. */
export const environment = (variables: Readonly<Record<string, string | undefined>>) => {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const { PORT, DATA_DIR, DEMO, LOG } = Environment.parse(given);
  return { port: PORT, dataDir: DATA_DIR, demo: DEMO === "on", logLevel: LOG };
};
