import { readEnvironment } from "./environment.ts";
import { hasCode } from "./folder.ts";
import { startSystem } from "./system.ts";

/** When the work in hand does not end, the process does. */
const patienceMilliseconds = 5_000;
const levels = ["debug", "info", "warn", "error"];

const { port, dataDir, demo, logLevel, variables } = readEnvironment(process.env);

/** Log lines go to standard error, so that standard output has the one line scripts wait for. */
const log = (line: string): void => {
  const { level } = JSON.parse(line) as { level: string };
  if (levels.indexOf(level) >= levels.indexOf(logLevel)) console.error(line);
};

const explain = (error: unknown): string => {
  if (hasCode(error, "EADDRINUSE")) {
    return `Port ${port} is in use. Stop what runs there, or take another: PORT=${port + 1} npm start`;
  }
  if (hasCode(error, "FOLDER_IN_USE")) {
    return `Another Guichet is using the folder ${dataDir}. Stop it, or take another: DATA_DIR=.guichet-2 npm start`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

try {
  const system = await startSystem({ port, dataDir, demo, variables, log });
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      setTimeout(() => process.exit(1), patienceMilliseconds).unref();
      void system.stop().then(() => process.exit(0));
    });
  }
  console.log(`ready http://localhost:${system.port}`);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
