import type { Hono } from "hono";
import type { JWK } from "jose";
import * as Handoff from "#core/handoff";
import type * as Referral from "#core/referral";
import { Secret } from "#core/secret";
import { keptKey, publicPart } from "../sign-in/key.ts";
import type { SignIn } from "../sign-in/mount.ts";
import { entityId } from "../sign-in/token.ts";
import { contexts, customerClientId, customersMount } from "./customer.ts";
import { createDesk, deskOf } from "./desk.ts";
import { createEscalations } from "./escalation.ts";
import { createMailbox, type Mailbox } from "./mailbox.ts";
import { arrivalAt, createMessaging } from "./messaging.ts";
import { createCustomerSignIn } from "./provider.ts";
import { createBankSystem } from "./system.ts";

export type Customers = {
  /** The bank's issuer for its customers, below `/customers/`. */
  readonly signIn: SignIn;
  /** The bank's own system, below `/bank`. */
  readonly system: Hono;
  /** Other desks of the bank, below `/bank/desk`. */
  readonly desks: readonly Referral.Desk[];
  /** Takes late answers, below `/bank/escalations`. */
  readonly escalationHook: { readonly url: string };
  /** Where its supervisors' e-mails arrive; shown there, too. */
  readonly mailbox: Mailbox;
  /** How the demo bank reaches its customers. */
  readonly secure: Handoff.SecureChannel;
};

type CustomerOptions = {
  /** Where signed-in customers go on: in the conversation that is built in, or in a messaging of the bank's own. */
  readonly arrival: "conversation" | "messaging";
  readonly dataDir: string | undefined;
  readonly secureKey: string;
};

/** What a bank has of its own beside Guichet, on this machine: customers who can sign in, and a system that knows them. */
export const createCustomers = async (
  origin: string,
  { arrival, dataDir, secureKey }: CustomerOptions,
): Promise<Customers> => {
  const { published } = await Handoff.keysFrom(secureKey.split(",").map((each) => new Secret(each.trim())));
  const pageKeys: readonly JWK[] = published.keys;
  const systemKey = keptKey(dataDir, "bank-system-key.json", "enc");
  const url = `${origin}/bank/questions`;
  const all = [contexts.app, contexts.password];
  const guichet = `${origin}${Handoff.pathOf(entityId)}`;
  const desk = {
    url: `${origin}/bank/desk`,
    guichet,
    encryptionKey: keptKey(dataDir, "desk-key.json", "enc"),
    noticeKey: keptKey(dataDir, "desk-notice-key.json", "sig"),
    pageKeys,
  };
  const mailbox = createMailbox();
  const escalations = { url: `${origin}/bank/escalations`, guichet, pageKeys, mails: mailbox.mails };
  const messaging = {
    url: `${origin}/bank/messaging`,
    guichet,
    encryptionKey: keptKey(dataDir, "messaging-key.json", "enc"),
    noticeKey: keptKey(dataDir, "messaging-notice-key.json", "sig"),
  };
  return {
    escalationHook: { url: escalations.url },
    mailbox,
    desks: [deskOf(desk, publicPart)],
    signIn: createCustomerSignIn({
      origin,
      key: keptKey(dataDir, "customer-sign-in-key.json", "sig"),
      clientKeys: pageKeys,
      redirectUri: `${origin}${Handoff.pathOf(entityId)}/signed-in`,
    }),
    system: createBankSystem({ url, guichet, key: systemKey, pageKeys })
      .route("/messaging", createMessaging(messaging))
      .route("/desk", createDesk(desk))
      .route("/escalations", createEscalations(escalations)),
    secure: Handoff.SecureChannel.parse({
      origin,
      host: new URL(origin).host,
      issuer: `${origin}${customersMount}`,
      clientId: customerClientId,
      contexts: {
        other: all,
        documents: all,
        account: [contexts.app],
        card: [contexts.app],
        payment: [contexts.app],
        loan: [contexts.app],
      },
      arrival: arrival === "messaging" ? arrivalAt(messaging, publicPart) : { kind: "conversation" },
      verification: { url, encryptionKey: publicPart(systemKey) },
      phone: "01 99 00 12 34",
    }),
  };
};
