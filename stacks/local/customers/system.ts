import { Hono } from "hono";
import { createLocalJWKSet, type JWK } from "jose";
import { customers } from "./customer.ts";
import { type Keyed, openSealed } from "./envelope.ts";

type Options = {
  readonly url: string;
  readonly guichet: string;
  readonly key: Keyed;
  readonly pageKeys: readonly JWK[];
};

const slotMinutes = 90;

/** The demo bank's own system behind the secure page: it knows its customers, and when somebody can call. */
export const createBankSystem = ({ guichet, key, pageKeys, url }: Options): Hono => {
  const app = new Hono();
  app.post("/questions", async (context) => {
    try {
      const payload = await openSealed(await context.req.text(), {
        encryptionKey: key,
        keys: createLocalJWKSet({ keys: [...pageKeys] }),
        issuer: guichet,
        audience: url,
      });
      return context.json(
        payload["question"] === "call-back" ? { slotAt: nextSlot() } : { match: isCustomer(payload) },
      );
    } catch {
      // Not for us, or not from the page.
      return context.body(null, 401);
    }
  });
  return app;
};

const isCustomer = ({ birthDate, name }: Readonly<Record<string, unknown>>): boolean =>
  customers.some((customer) => plain(customer.name) === plain(String(name)) && customer.birthDate === birthDate);

const plain = (name: string): string =>
  name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().split(/\s+/).toSorted().join(" ");

const nextSlot = (): string => {
  const at = new Date(Date.now() + slotMinutes * 60_000);
  at.setUTCMinutes(0, 0, 0);
  return at.toISOString();
};
