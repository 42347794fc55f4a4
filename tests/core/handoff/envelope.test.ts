import { createHmac, generateKeyPairSync } from "node:crypto";
import { compactDecrypt, createLocalJWKSet, importJWK, type JWK, jwtVerify, SignJWT } from "jose";
import { expect, test } from "vitest";
import { Fault } from "#core/fault";
import * as Handoff from "#core/handoff";
import { Secret } from "#core/secret";

type Pair = { readonly secret: JWK; readonly open: JWK };
const pairOf = (kid: string, type: "ec" | "rsa" = "ec"): Pair => {
  const { privateKey, publicKey } =
    type === "ec"
      ? generateKeyPairSync("ec", { namedCurve: "P-256" })
      : generateKeyPairSync("rsa", { modulusLength: 2048 });
  return {
    secret: { ...privateKey.export({ format: "jwk" }), kid },
    open: { ...publicKey.export({ format: "jwk" }), kid },
  };
};

const bank = pairOf("bank-1");
const rsa = pairOf("bank-rsa", "rsa");
const stranger = pairOf("bank-1");
const now = "2026-11-25T12:00:00.000Z";
const seconds = Date.parse(now) / 1000;
const reading = { keys: [bank.open, rsa.open], issuer: "banque", audience: "https://m.example/secure/lumiere", now };
const claims = {
  handoff: "h_1",
  conversation: "c_1",
  event: "closed",
  jti: "notice-1",
  iss: "banque",
  aud: reading.audience,
  iat: seconds,
  exp: seconds + 60,
};

const sign = async (
  {
    alg = "ES256",
    key = bank.secret,
    kid = "bank-1",
    typ = "handoff-notice+jwt",
    ...header
  }: Record<string, unknown> & { key?: JWK; alg?: string; kid?: string; typ?: string } = {},
  changes: object = {},
): Promise<string> =>
  new SignJWT({ ...claims, ...changes })
    .setProtectedHeader({ alg, kid, typ, ...header })
    .sign(await importJWK(key, alg));

const faultOf = async (token: string, changes: Partial<typeof reading> = {}): Promise<string> =>
  Handoff.readNotice(token, { ...reading, ...changes }).then(
    () => "taken",
    (error: unknown) => (error instanceof Fault ? error.code : String(error)),
  );

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

test("a notice of the bank's is taken, also by another of its keys and algorithms", async () => {
  expect(await faultOf(await sign())).toBe("taken");
  expect(await faultOf(await sign({ alg: "PS256", key: rsa.secret, kid: "bank-rsa" }))).toBe("taken");
});

test("a notice that is tampered with, unsigned, or signed by another is none", async () => {
  const [header = "", payload = "", signature = ""] = (await sign()).split(".");
  const forged = part({ ...claims, event: "case-created" });
  for (const token of [
    `${header}.${forged}.${signature}`,
    `${part({ alg: "none", kid: "bank-1", typ: "handoff-notice+jwt" })}.${payload}.`,
    `${part({ alg: "None", kid: "bank-1" })}.${payload}.${signature}`,
    await sign({ key: stranger.secret }),
    "",
    "a.b.c",
    "not a token",
  ]) {
    expect(await faultOf(token), token.slice(0, 40)).toBe("handoff.notice-invalid");
  }
});

test("the public key is no shared secret: HS256 with its bytes is refused", async () => {
  for (const secret of [JSON.stringify(rsa.open), String(rsa.open.n), Buffer.from(String(rsa.open.n), "base64url")]) {
    const head = part({ alg: "HS256", kid: "bank-rsa", typ: "handoff-notice+jwt" });
    const body = part(claims);
    const mac = createHmac("sha256", secret).update(`${head}.${body}`).digest("base64url");
    expect(await faultOf(`${head}.${body}.${mac}`)).toBe("handoff.notice-invalid");
  }
});

test("a kid that is not the bank's names no key, and a key the token brings along is not looked at", async () => {
  expect(await faultOf(await sign({ kid: "stranger" }))).toBe("handoff.notice-invalid");
  expect(await faultOf(await sign({ kid: "../bank-1" }))).toBe("handoff.notice-invalid");
  expect(await faultOf(await sign({ key: stranger.secret, kid: "stranger", jwk: stranger.open }))).toBe(
    "handoff.notice-invalid",
  );
  expect(await faultOf(await sign({ key: stranger.secret, jku: "https://evil.example/keys" }))).toBe(
    "handoff.notice-invalid",
  );
  const nameless = new SignJWT(claims).setProtectedHeader({ alg: "ES256", typ: "handoff-notice+jwt" });
  expect(await faultOf(await nameless.sign(await importJWK(bank.secret, "ES256")))).toBe("handoff.notice-invalid");
});

test("another party, another kind of token, a missing id, a long life and a wrong time are refused; a minute of skew is not", async () => {
  const isTaken = async (changes: object) => (await faultOf(await sign({}, changes))) === "taken";
  expect(await isTaken({ iss: "another" })).toBe(false);
  expect(await isTaken({ aud: "https://m.example/secure/other" })).toBe(false);
  expect(await faultOf(await sign({ typ: "JWT" }))).toBe("handoff.notice-invalid");
  expect(await isTaken({ jti: undefined })).toBe(false);
  expect(await isTaken({ event: "deleted" })).toBe(false);
  expect(await isTaken({ iat: seconds + 50, exp: seconds + 110 })).toBe(true);
  expect(await isTaken({ iat: seconds - 100, exp: seconds - 50 })).toBe(true);
  expect(await isTaken({ iat: seconds - 200, exp: seconds - 61 })).toBe(false);
  expect(await isTaken({ iat: seconds + 300, exp: seconds + 360 })).toBe(false);
  // Old, whatever it says of its end.
  expect(await isTaken({ iat: seconds - 3600, exp: seconds + 3600 })).toBe(false);
});

test("a pass is read by the bank alone, is ours by the published keys, and lives for its time", async () => {
  const { current, published } = await Handoff.keysFrom([new Secret(Buffer.alloc(32, 7).toString("base64url"))]);
  expect(JSON.stringify(published)).not.toContain(current.d);
  const token = await Handoff.sealEnvelope({
    issuer: "https://m.example/secure/lumiere",
    audience: "https://banque.example/m",
    type: "handoff+jwt",
    id: "pass-1",
    claims: { handoff: "h_1", summary: "carte [carte ••••1111]" },
    signingKey: current,
    encryptionKey: bank.open,
    now,
    lifetimeSeconds: 120,
  });
  expect(token.split(".")).toHaveLength(5);
  expect(Buffer.from(token, "base64url").toString("latin1")).not.toContain("h_1");
  await expect(compactDecrypt(token, await importJWK(stranger.secret, "ECDH-ES"))).rejects.toThrow();
  const { plaintext } = await compactDecrypt(token, await importJWK(bank.secret, "ECDH-ES"));
  const verify = (at: string) =>
    jwtVerify(new TextDecoder().decode(plaintext), createLocalJWKSet({ keys: [...published.keys] }), {
      audience: "https://banque.example/m",
      typ: "handoff+jwt",
      currentDate: new Date(at),
    });
  expect((await verify(now)).payload).toMatchObject({ jti: "pass-1", handoff: "h_1" });
  await expect(verify("2026-11-25T12:02:01.000Z")).rejects.toThrow(/exp/);
});

test("a key that is replaced stays published beside the new one, and a secret that is none is refused", async () => {
  const secrets = [9, 8].map((byte) => new Secret(Buffer.alloc(32, byte).toString("base64url")));
  const { current, published } = await Handoff.keysFrom(secrets);
  expect(published.keys).toHaveLength(2);
  expect(published.keys[0]?.kid).toBe(current.kid);
  for (const bad of [
    "",
    "short",
    Buffer.alloc(32).toString("base64url"),
    Buffer.alloc(32, 255).toString("base64url"),
  ]) {
    await expect(Handoff.keysFrom([new Secret(bad)])).rejects.toMatchObject({ code: "configuration.invalid" });
  }
});
