import type { Instant } from "../api-types.ts";

type Told = { code: string; tell: string };

export type Budget = {
  activity: "dm" | "post" | "hide" | "delete" | "look" | "send";
  seconds: number;
  limit: number;
  left: number;
  reserved: number;
  endsAt: Instant | null;
};

export type AccountHealth = {
  platform: "x" | "facebook" | "instagram" | "whatsapp";
  accountId: string;
  name: string;
  handle: string | null;
  teamId: string;
  state: "connected" | "reconnect";
  since: Instant | null;
  reason: Told | null;
  lastDeliveryAt: Instant | null;
  lastCheckAt: Instant | null;
  problems: Told[];
  /** Messages of the last day that no webhook told of. */
  gaps: number;
  credential: { kind: CredentialKind; expiresAt: Instant | null } | null;
  budgets: Budget[];
  waiting: number;
  blockedUntil: Instant | null;
};

export type ChannelHealth = { accounts: AccountHealth[]; senders: { sender: "x" | "meta"; refusals: number }[] };

export type CredentialKind = "bearer" | "x-oauth1" | "x-oauth2" | "instagram-login";
/** Goes in and never comes out. */
export type Credential = { kind: CredentialKind } & Record<string, string>;

export type AccountName = Pick<AccountHealth, "platform" | "accountId">;

export type DeadLetter = {
  id: string;
  queue: "inbound" | "route" | "deliver" | "timers" | "changes" | "pictures" | "repairs";
  kind: string;
  channel?: string;
  conversationId?: string;
  messageId?: string;
  sentAt: Instant;
  attempts: number;
};
