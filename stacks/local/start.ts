import { readEnvironment } from "./environment.ts";
import { hasCode } from "./folder.ts";
import { startSystem } from "./system.ts";

/** When the work in hand does not end, the process does. */
const patienceMilliseconds = 5_000;

const start = async (): Promise<void> => {
  const { logLevel, ...options } = readEnvironment(process.env);
  const chaos = process.argv.includes("--chaos");
  const system = await startSystem({ ...options, chaos, log: createPrinter(logLevel) });
  stopOnSignal(system.stop);
  console.log(`ready http://localhost:${system.port}`);
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
  if (hasCode(error, "ENVIRONMENT_INVALID") && error instanceof Error) return error.message;
  return error;
};

await start().catch((error: unknown) => {
  console.error(explain(error));
  process.exitCode = 1;
});
