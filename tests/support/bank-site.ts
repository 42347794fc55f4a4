import { generateKeyPairSync } from "node:crypto";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { compactDecrypt, createRemoteJWKSet, importJWK, type JWK, type JWTPayload, jwtVerify, SignJWT } from "jose";
import { createMessaging } from "#stacks/local";
import type { TestSystem } from "./system.ts";

const pairOf = (kid: string, use: "sig" | "enc") => {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const key = { ...privateKey.export({ format: "jwk" }), kid, use, alg: use === "sig" ? "ES256" : "ECDH-ES" };
  const { d: _, ...open } = key;
  return { key, open };
};

export type NoticeClaims = { readonly handoff: string; readonly conversation: string; readonly event: string };

const issuer = "demo-messaging";

/**
 * A bank's own messaging on a server of its own, with keys of its own, named to the counter by its administrator: customers
 * of this system arrive there from now on.
 */
export const openBankSite = async (system: TestSystem) => {
  const [encryption, notices] = [pairOf("site-enc", "enc"), pairOf("site-sig", "sig")];
  const guichet = `${system.url}/secure/lumiere`;
  const { promise, resolve } = Promise.withResolvers<AddressInfo>();
  const waiting: { app?: Hono } = {};
  const server = serve(
    {
      fetch: (request) => waiting.app?.fetch(request) ?? new Response(null, { status: 503 }),
      hostname: "127.0.0.1",
      port: 0,
    },
    resolve,
  );
  const url = `http://127.0.0.1:${(await promise).port}/messages`;
  const messaging = createMessaging({ url, guichet, encryptionKey: encryption.key, noticeKey: notices.key });
  waiting.app = new Hono().route("/messages", messaging);
  const arrival = {
    kind: "redirect",
    url,
    encryptionKey: encryption.open,
    noticeKeys: [notices.open],
    noticeIssuer: issuer,
  };
  const before = await arriveAt(system, arrival);
  const published = createRemoteJWKSet(new URL("/secure/keys", system.url));
  return {
    url,
    guichet,
    noticeKey: notices.open,
    /** What a pass says to whoever can read it at this time. */
    read: async (pass: string, at = new Date()): Promise<JWTPayload> => {
      const { plaintext } = await compactDecrypt(pass, await importJWK(encryption.key, "ECDH-ES"));
      const { payload } = await jwtVerify(new TextDecoder().decode(plaintext), published, {
        audience: url,
        issuer: guichet,
        typ: "handoff+jwt",
        currentDate: at,
      });
      return payload;
    },
    /** A notice as the bank signs it, but for what is changed. */
    sign: async (
      claims: NoticeClaims & Readonly<Record<string, unknown>>,
      header: Readonly<Record<string, unknown>> = {},
      key: JWK = notices.key,
    ): Promise<string> => {
      const now = Math.floor(Date.now() / 1000);
      const said = { iss: issuer, aud: guichet, jti: crypto.randomUUID(), iat: now, exp: now + 60, ...claims };
      return new SignJWT(said)
        .setProtectedHeader({ alg: "ES256", kid: "site-sig", typ: "handoff-notice+jwt", ...header })
        .sign(await importJWK(key, "ES256"));
    },
    tell: async (token: string): Promise<number> =>
      (
        await fetch(`${guichet}/notices`, {
          method: "POST",
          body: token,
          headers: { "content-type": "application/jose" },
        })
      ).status,
    close: async (): Promise<void> => {
      await arriveAt(system, before);
      await new Promise((done) => server.close(done));
    },
  };
};
export type BankSite = Awaited<ReturnType<typeof openBankSite>>;

/** Names where customers arrive, and tells where they arrived before. */
const arriveAt = async (system: TestSystem, arrival: unknown): Promise<unknown> => {
  const { body } = await system.ask("admin", "GET", "/api/entity");
  const secure = (body as Readonly<Record<string, unknown>>)["secure"] as Readonly<Record<string, unknown>>;
  const { status } = await system.ask("admin", "PUT", "/api/entity", { ...body, secure: { ...secure, arrival } });
  if (status !== 200) throw new Error(`the bank's messaging was not named: ${status}`);
  return secure["arrival"];
};
