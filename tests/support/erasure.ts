import { paginateScan } from "@aws-sdk/lib-dynamodb";
import type * as Store from "#core/store";
import type { Runtime } from "#functions/runtime";
import * as Workers from "#functions/workers";
import { recover } from "../../functions/clock/outbox.ts";
import { endTerms } from "../../functions/clock/term.ts";
import type { Bank } from "./bank.ts";
import type { TestDatabase } from "./database.ts";
import { queueEvent } from "./queue-event.ts";

/** Everything that a table holds of a conversation, or of everybody, as one text. */
export const dump = async (
  { client, tableName }: Pick<TestDatabase, "client" | "tableName">,
  isWanted: (item: Record<string, unknown>) => boolean = () => true,
): Promise<string> => {
  const items: Record<string, unknown>[] = [];
  for await (const page of paginateScan({ client }, { TableName: tableName })) items.push(...(page.Items ?? []));
  return items
    .filter(isWanted)
    .map((item) => JSON.stringify(item))
    .join("\n");
};

/** A minute of a bank, as far as its words' terms go, and all that is queued in it. False when something failed. */
export const minute = async (bank: Bank, overrides: Parameters<Bank["runtime"]>[0] = {}): Promise<boolean> => {
  let failed = 0;
  const runtime: Runtime = bank.runtime({
    log: {
      debug: () => undefined,
      info: () => undefined,
      warn: () => undefined,
      error: () => {
        failed += 1;
      },
    },
    pictures: { put: async () => undefined, get: async () => undefined, remove: async () => undefined },
    ...overrides,
  });
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch {
      failed += 1;
    }
  };
  await attempt(() => endTerms(runtime, bank.entity));
  await attempt(() => recover(runtime));
  for (let bodies = bank.take("timers"); bodies.length > 0; bodies = bank.take("timers")) {
    for (const body of bodies) {
      const { batchItemFailures } = await Workers.timer(runtime)(queueEvent(body));
      failed += batchItemFailures.length;
    }
  }
  return failed === 0;
};

export const keyOf = (bank: Bank, conversationId: string): Store.ConversationKey => ({
  entityId: bank.entity.id,
  conversationId,
});
