import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import * as Channel from "#core/channel";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const sha256 = (body: string): string => `sha256=${createHmac("sha256", "app-secret").update(body).digest("hex")}`;

/** openssl dgst -sha256 -hmac app-secret, over the form with \uXXXX. */
const escapedSignature = "sha256=2ed6fae97ffe2e70c188773ca468d3275e8409563f7703c86e5e657a76ddf252";
const escaped = String.raw`{"text":"J\u2019ai re\u00e7u \ud83d\udc4b"}`;

test("Meta's signature of the escaped form passes whether the body came escaped or as UTF-8", () => {
  expect(Channel.verify.meta(utf8(escaped), escapedSignature, ["app-secret"])).toBe(true);
  expect(Channel.verify.meta(utf8('{"text":"J’ai reçu 👋"}'), escapedSignature, ["app-secret"])).toBe(true);
  expect(Channel.verify.meta(utf8('{"text":"J’ai reçu 👋"}'), escapedSignature, ["other"])).toBe(false);
  expect(Channel.verify.meta(utf8('{"text":"J’ai reçu !"}'), escapedSignature, ["app-secret"])).toBe(false);
});

test("a body of UTF-8 signed as it is passes too, byte order mark included", () => {
  for (const body of ['{"text":"ü@/<%"}', '\ufeff{"text":"é"}']) {
    expect(Channel.verify.meta(utf8(body), sha256(body), ["app-secret"])).toBe(true);
  }
});

test("an ASCII body is signed by its bytes alone: escapes are not undone", () => {
  expect(Channel.verify.meta(utf8('{"text":"\\u0041"}'), sha256('{"text":"A"}'), ["app-secret"])).toBe(false);
});

test("the older SHA-1 header and upper-case letters are refused", () => {
  const sha1 = `sha1=${createHmac("sha1", "app-secret").update(escaped).digest("hex")}`;
  expect(Channel.verify.meta(utf8(escaped), sha1, ["app-secret"])).toBe(false);
  expect(Channel.verify.meta(utf8(escaped), sha256(escaped).toUpperCase(), ["app-secret"])).toBe(false);
});

test("a subscription is confirmed by its challenge as it came, under our token only", () => {
  const check = { mode: "subscribe", verifyToken: "ours", challenge: "0012345678901234567890" };
  expect(Channel.meta.subscriptionChallenge(check, "ours")).toBe("0012345678901234567890");
  expect(Channel.meta.subscriptionChallenge({ ...check, verifyToken: "theirs" }, "ours")).toBeUndefined();
  expect(Channel.meta.subscriptionChallenge({ ...check, verifyToken: undefined }, "ours")).toBeUndefined();
  expect(Channel.meta.subscriptionChallenge({ ...check, mode: "unsubscribe" }, "ours")).toBeUndefined();
  expect(Channel.meta.subscriptionChallenge({ ...check, verifyToken: "" }, "")).toBeUndefined();
});
