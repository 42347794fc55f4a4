import { type Figure, round } from "../support/figure.ts";
import { soak } from "../support/soak/index.ts";

const updates = Number(process.env["SOAK_UPDATES"] ?? 20_000);
const seed = Number(process.env["SOAK_SEED"] ?? 1);
const kills = Number(process.env["SOAK_KILLS"] ?? 10);

/**
 * A bad day in full: updates twice, late, in batches, edited and removed, while the worker is killed. Ends with an error
 * when anything in the table is not as it must be.
 */
export async function* run(): AsyncGenerator<Figure> {
  const result = await soak({ seed, updates, kills });
  const note = `seed ${seed}; one worker process, killed ${result.kills} times; shared machine`;
  yield { figure: "updates delivered", value: result.updates, unit: "updates", note };
  yield { figure: "of them a second time", value: result.duplicates, unit: "updates" };
  yield { figure: "of them late", value: result.late, unit: "updates" };
  yield { figure: "deliveries", value: result.posts, unit: "deliveries" };
  yield { figure: "conversations", value: result.conversations, unit: "conversations" };
  yield { figure: "queued once more after ten minutes", value: result.secondDeliveries, unit: "messages" };
  yield { figure: "accepted", value: round(result.updates / result.acceptSeconds), unit: "updates/s", note };
  yield { figure: "until all was checked", value: result.totalSeconds, unit: "s", note };
  yield { figure: "wrong", value: result.wrong.length, unit: "results" };
  if (result.wrong.length > 0) throw new Error(result.wrong.slice(0, 20).join("\n"));
}
