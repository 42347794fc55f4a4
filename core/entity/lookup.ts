import type { Account, Entity, Platform } from "./schema.ts";

export const accountOf = (entity: Entity, platform: Platform, accountId: string): Account | undefined =>
  entity.accounts.find((account) => account.platform === platform && account.accountId === accountId);
