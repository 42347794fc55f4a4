import { createHmac } from "node:crypto";
import { CompactEncrypt, compactDecrypt } from "jose";
import type { Secret } from "#core/secret";

/**
 * The platform ids needed to answer. Some decode to a phone number, so they are kept sealed and only delivery opens
 * them.
 */
export type Address = {
  readonly accountId: string;
  /** The message itself on its platform. */
  readonly externalId?: string;
  /** The customer on its platform. */
  readonly contactId?: string;
  readonly threadId?: string;
  /** It stands on what is not ours, where we were named (Instagram). */
  readonly isMention?: true;
};

/**
 * A keyed hash (HMAC-SHA-256, base64url) of named parts. The parts are joined as JSON, so that ("ab","c") and
 * ("a","bc") differ.
 */
export const keyed = (key: Secret, ...parts: readonly string[]): string =>
  createHmac("sha256", key.reveal()).update(JSON.stringify(parts), "utf8").digest("base64url");

/** The same, shortened to 128 bits for ids that people see in an address. */
export const keyedId = (key: Secret, prefix: string, ...parts: readonly string[]): string =>
  `${prefix}_${createHmac("sha256", key.reveal()).update(JSON.stringify(parts), "utf8").digest().subarray(0, 16).toString("base64url")}`;

/** Where a platform keeps a picture, and what it wants to see from whoever asks. A URL often is the permission itself. */
export type Reference = {
  /** A URL, or the media id to ask the platform with. */
  readonly reference: string;
  readonly token: "none" | "account" | "x-user";
  /** When it stops working, where that is known. */
  readonly expiresAt?: string;
};

/** Seals as a JWE in compact form (RFC 7516, `dir` with A256GCM). The key is 32 bytes in base64url. */
export const sealAddress = (address: Address, key: Secret): Promise<string> => seal(address, key);
export const openAddress = async (sealed: string, key: Secret): Promise<Address> =>
  (await open(sealed, key)) as Address;

export const sealReference = (reference: Reference, key: Secret): Promise<string> => seal(reference, key);
export const openReference = async (sealed: string, key: Secret): Promise<Reference> =>
  (await open(sealed, key)) as Reference;

/** What proves to a platform that we are ourselves: sealed under a key of its own. */
export const sealCredential = (credential: object, key: Secret): Promise<string> => seal(credential, key);
/** As it was sealed; whoever opens it says what it must be. */
export const openCredential = (sealed: string, key: Secret): Promise<unknown> => open(sealed, key);

/** What customers quoted as a fraudster's: sealed under a key that neither delivery nor ingest has. */
export const sealEvidence = (evidence: object, key: Secret): Promise<string> => seal(evidence, key);
/** As it was sealed; whoever opens it says what it must be. */
export const openEvidence = (sealed: string, key: Secret): Promise<unknown> => open(sealed, key);

/** What a browser keeps for us and cannot read: what renews an agent's session, and what a sign-in is held together by. */
export const sealSession = (session: object, key: Secret): Promise<string> => seal(session, key);
/** As it was sealed; whoever opens it says what it must be. Rejects what was not sealed with this key. */
export const openSession = (sealed: string, key: Secret): Promise<unknown> => open(sealed, key);

const seal = (value: object, key: Secret): Promise<string> =>
  new CompactEncrypt(new TextEncoder().encode(JSON.stringify(value)))
    .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
    .encrypt(Buffer.from(key.reveal(), "base64url"));

const open = async (sealed: string, key: Secret): Promise<unknown> => {
  const { plaintext } = await compactDecrypt(sealed, Buffer.from(key.reveal(), "base64url"), {
    keyManagementAlgorithms: ["dir"],
    contentEncryptionAlgorithms: ["A256GCM"],
  });
  return JSON.parse(new TextDecoder().decode(plaintext));
};
