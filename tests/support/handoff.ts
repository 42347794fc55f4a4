import type { Simulator } from "#stacks/local";
import type { Browser } from "./browser.ts";
import { eventually, type TestSystem } from "./system.ts";

export type SecureView = {
  readonly verification: { readonly level: string; readonly until: string | null };
  readonly way: string | null;
  readonly handoff: {
    readonly id: string;
    readonly step: string;
    readonly receipts: readonly { readonly step: string; readonly at: string }[];
    readonly caseId: string | null;
    readonly refusal: string | null;
    readonly slotAt: string | null;
    readonly unmatched: number;
    readonly isStalled: boolean;
  } | null;
  readonly originId: string | null;
};

type Customer = ReturnType<Simulator["customer"]>;

/** What a customer has in hand after an agent's offer arrived. */
export type Invitation = {
  readonly id: string;
  readonly customer: Customer;
  readonly link: string;
  readonly code: string;
};

let customers = 0;

export const secureOf = async (system: TestSystem, id: string): Promise<SecureView> =>
  ((await system.read(id)) as unknown as { secure: SecureView }).secure;

/** A customer who wrote in private, and an agent who offered the secure page. */
export const invite = async (
  system: TestSystem,
  offer: { purpose?: string; language?: string; text?: string } = {},
): Promise<Invitation> => {
  customers += 1;
  const name = `Invitée ${customers}`;
  const customer = system.simulator.customer({ platform: "facebook", handle: `invitee${customers}`, name });
  // Messenger tells no name: the words are what it is found by.
  const question = `Pourquoi mon virement est-il refusé, dossier ${name} ?`;
  await customer.message(question);
  const { id } = await system.conversation((card) => card.preview === question);
  return { id, customer, ...(await offerAgain(system, { id, customer }, offer)) };
};

export const offerAgain = async (
  system: TestSystem,
  { customer, id }: Pick<Invitation, "customer" | "id">,
  offer: { purpose?: string; language?: string; text?: string } = {},
): Promise<Pick<Invitation, "code" | "link">> => {
  const before = system.simulator.answersTo(customer).length;
  const { body, status } = await system.ask("agent", "POST", `/api/conversations/${id}/handoffs`, {
    purpose: "payment",
    language: "fr",
    ...offer,
  });
  if (status !== 202) throw new Error(`refused: ${JSON.stringify(body)}`);
  const text = await eventually(() => {
    const answer = system.simulator.answersTo(customer)[before];
    if (answer === undefined) throw new Error("nothing has arrived");
    return answer.text;
  });
  await eventually(async () => {
    if ((await secureOf(system, id)).handoff?.step !== "delivered") throw new Error("no receipt yet");
  });
  return secretsIn(text);
};

export const secretsIn = (text: string): { readonly code: string; readonly link: string } => {
  const link = /https?:\/\/\S+\/secure\/\S+\/l\/[\w-]+/.exec(text)?.[0];
  const code = /\b[2-9B-Z]{4}-[2-9B-Z]{4}\b/.exec(text)?.[0];
  if (link === undefined || code === undefined) throw new Error(`no offer in: ${text}`);
  return { link, code };
};

export const contexts = { app: "urn:lumiere:app", password: "urn:lumiere:password" } as const;

/** Opens the link and presses on, up to the three ways. */
export const followLink = async (browser: Browser, link: string): Promise<void> => {
  await browser.get(link);
  await browser.submit("/open");
};

/** Signs in at the bank's issuer as one of its customers. */
export const signIn = async (browser: Browser, customer = "c-100231", context: string = contexts.app) => {
  await browser.submit("/sign-in");
  return chooseCustomer(browser, customer, context);
};

export const chooseCustomer = (browser: Browser, customer: string, context: string = contexts.app) => {
  const { url, html } = browser.current();
  const action = /action="([^"]*\/customers\/sign-in\/[^"]*)"/.exec(html)?.[1];
  if (action === undefined) throw new Error(`no customer to choose at ${url}: ${browser.current().text.slice(0, 200)}`);
  return browser.post(action, { customer, context });
};
