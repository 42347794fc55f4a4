import { readEnvironment } from "./environment.ts";
import { hasCode } from "./folder.ts";
import { startSystem } from "./system.ts";

/** When the work in hand does not end, the process does. */
const patienceMilliseconds = 5_000;

const start = async (): Promise<void> => {
  const { logLevel, ...options } = readEnvironment(process.env);
  const chaos = readChaos(process.argv.slice(2));
  const building = () => console.error("The page is built, which takes a while the first time…");
  const system = await startSystem({ ...options, chaos, building, log: createPrinter(logLevel) });
  stopOnSignal(system.stop);
  console.log(`ready http://localhost:${system.port}`);
};

/** An option that nobody knows is a slip: what was meant by it would be missing without a word. */
const readChaos = (options: readonly string[]): boolean => {
  const unknown = options.find((option) => option !== "--chaos");
  if (unknown === undefined) return options.length > 0;
  throw Object.assign(new Error(`There is no option ${unknown}. The only one is --chaos.`), { code: "OPTION_UNKNOWN" });
};

const levels = ["debug", "info", "warn", "error"];

/** Log lines go to standard error: standard output has the one line that scripts wait for. */
const createPrinter =
  (least: string) =>
  (line: string): void => {
    const { level } = JSON.parse(line) as { level: string };
    if (levels.indexOf(level) >= levels.indexOf(least)) console.error(line);
  };

const stopOnSignal = (stop: () => Promise<void>): void => {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      setTimeout(() => process.exit(1), patienceMilliseconds).unref();
      void stop().then(() => process.exit(0));
    });
  }
};

/** What a person can do something about is a sentence; the rest is a stack. */
const explain = (error: unknown): unknown => {
  if (hasCode(error, "EADDRINUSE"))
    return "The port is in use. Stop what runs there, or take another: PORT=3001 npm start";
  if (hasCode(error, "FOLDER_IN_USE")) {
    return "Another Guichet is using the data folder. Stop it, or take another: DATA_DIR=.guichet-2 npm start";
  }
  if (hasCode(error, "FOLDER_UNUSABLE")) {
    return "The data folder cannot be written. Take another: DATA_DIR=.guichet npm start";
  }
  const isOurs = hasCode(error, "ENVIRONMENT_INVALID") || hasCode(error, "OPTION_UNKNOWN");
  if (isOurs && error instanceof Error) return error.message;
  return error;
};

await start().catch((error: unknown) => {
  console.error(explain(error));
  process.exitCode = 1;
});
