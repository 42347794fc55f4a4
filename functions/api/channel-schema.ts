import { z } from "@hono/zod-openapi";
import * as Account from "#core/account";
import * as Entity from "#core/entity";

const instant = z.iso.datetime();

export const AccountId = z.object({
  platform: z.enum(Entity.Platform.options).openapi({ param: { name: "platform", in: "path" } }),
  accountId: z
    .string()
    .regex(/^\d{1,32}$/)
    .openapi({ param: { name: "accountId", in: "path" } }),
});

export const AccountNames = Entity.Account.omit({ platform: true, accountId: true });

/** Write-only. */
export const CredentialInput = Account.Credential;

const Told = z.object({ code: z.string(), tell: z.string() });

const BudgetView = z.object({
  activity: z.enum(["dm", "post", "hide", "delete", "look", "send"]),
  seconds: z.number().openapi({ description: "The window the platform counts" }),
  limit: z.number(),
  left: z.number(),
  reserved: z.number().openapi({ description: "Of these, kept for what cannot wait" }),
  endsAt: instant.nullable().openapi({ description: "When all of it is given back; null while nothing is used" }),
});

export const AccountHealth = z
  .object({
    platform: Entity.Platform,
    accountId: z.string(),
    name: z.string(),
    handle: z.string().nullable(),
    teamId: z.string(),
    state: z.enum(["connected", "reconnect"]),
    since: instant.nullable(),
    reason: Told.nullable().openapi({ description: "Why nothing is sent for it" }),
    lastDeliveryAt: instant.nullable(),
    lastCheckAt: instant.nullable(),
    problems: z.array(Told).openapi({ description: "What the last check found wrong at the platform" }),
    gaps: z.number().openapi({ description: "Messages of the last day that no webhook told of" }),
    credential: z
      .object({ kind: z.enum(Account.credentialKinds), expiresAt: instant.nullable() })
      .nullable()
      .openapi({ description: "Null: the operator's own token, or none" }),
    budgets: z.array(BudgetView),
    waiting: z.number().openapi({ description: "Replies that wait for their turn" }),
    blockedUntil: instant.nullable().openapi({ description: "The platform takes nothing before this" }),
  })
  .openapi("AccountHealth");
export type AccountHealth = z.infer<typeof AccountHealth>;

export const ChannelHealth = z
  .object({
    accounts: z.array(AccountHealth),
    senders: z.array(
      z.object({
        sender: z.enum(["x", "meta"]),
        refusals: z.number().openapi({ description: "Deliveries of the last day with a wrong signature" }),
      }),
    ),
  })
  .openapi("ChannelHealth");
export type ChannelHealth = z.infer<typeof ChannelHealth>;
