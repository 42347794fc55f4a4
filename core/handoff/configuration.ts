import * as z from "zod";
import * as Redaction from "#core/redaction";
import { purposes } from "./purpose.ts";

/** https, or this machine itself. */
export const Address = z.url().max(500).refine(isSafe, "https, without user, password or fragment");

function isSafe(address: string): boolean {
  const url = URL.parse(address);
  if (url === null || url.username !== "" || url.password !== "" || url.hash !== "") return false;
  return url.protocol === "https:" || (url.protocol === "http:" && ["localhost", "127.0.0.1"].includes(url.hostname));
}

const Origin = Address.refine((address) => URL.parse(address)?.origin === address, "an origin, without a path");

/** Authentication contexts that are enough (OpenID Connect Core 1.0, `acr_values`), the wanted one first. */
const Contexts = z.array(z.string().min(1).max(200).regex(/^\S+$/, "no blanks")).min(1).max(10);

/** A public key as JWK (RFC 7517). What only its owner may know is refused. */
export const PublicKey = z
  .looseObject({
    kty: z.enum(["EC", "RSA", "OKP"]),
    kid: z.string().min(1).max(200),
    alg: z.string().max(40).exactOptional(),
  })
  .refine((key) => ["d", "p", "q", "k"].every((part) => key[part] === undefined), "the public part of a key alone");

/** Where the signed-in customer arrives: at the bank's own messaging, or in the conversation that is built in. */
const Arrival = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("conversation") }),
  z.strictObject({
    kind: z.literal("redirect"),
    /** The bank's messaging takes a form field `token` here, by POST. */
    url: Address,
    encryptionKey: PublicKey,
    /** What the bank's side signs its notices with. */
    noticeKeys: z.array(PublicKey).min(1).max(10),
    noticeIssuer: z.string().min(1).max(200),
  }),
]);

/** A bank's secure channel. */
export const SecureChannel = z.strictObject({
  /** Of the page customers see: the bank's own domain. */
  origin: Origin,
  /** What customers type to get there. */
  host: z.string().min(3).max(120),
  issuer: Address,
  clientId: z.string().min(1).max(200),
  /** What sign-in must be worth, by purpose; `other` stands for those that are not named. */
  contexts: z
    .partialRecord(z.enum(purposes), Contexts)
    .refine((all) => all.other !== undefined, "name at least `other`"),
  arrival: Arrival,
  /** What is kept of what customers write there; cards and secrets never are. Absent: contact details stay. */
  redaction: Redaction.Policy.optional(),
  /** Asks the bank's system whether a name and a birth date match, or for a time to be called back. */
  verification: z.strictObject({ url: Address, encryptionKey: PublicKey }).optional(),
  /** For who cannot sign in. */
  phone: z.string().min(3).max(40).optional(),
  branchUrl: Address.optional(),
  joinUrl: Address.optional(),
});
export type SecureChannel = z.infer<typeof SecureChannel>;

/** In a protected conversation people may say how to reach them; numbers of cards and secrets go all the same. */
const usual: Redaction.Policy = {
  treatments: { phone: "keep", email: "keep", address: "keep", name: "keep", "customer-number": "keep" },
};

export const redactionPolicy = (secure: SecureChannel | undefined): Redaction.Policy => secure?.redaction ?? usual;

/** Every context that is enough for something: what a customer who comes back may be asked for. */
export const contextsOf = ({ contexts }: SecureChannel): readonly string[] => [
  ...new Set(Object.values(contexts).flat()),
];

export const contextsFor = ({ contexts }: SecureChannel, purpose: (typeof purposes)[number]): readonly string[] =>
  contexts[purpose] ?? contexts.other ?? [];
