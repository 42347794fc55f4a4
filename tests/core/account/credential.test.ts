import { describe, expect, test } from "vitest";
import * as Account from "#core/account";
import { at } from "../../support/conversation.ts";

describe("OAuth 1.0a", () => {
  const credential = {
    kind: "x-oauth1",
    consumerKey: "xvz1evFS4wEEPTGEFPHBog",
    consumerSecret: "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw",
    token: "370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb",
    tokenSecret: "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE",
  } as const;
  const signing = {
    method: "POST",
    nonce: "kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg",
    timestampSeconds: 1318622958,
  };

  test("signs the example of X's own documentation (Creating a signature)", () => {
    const query = "include_entities=true&status=Hello%20Ladies%20%2B%20Gentlemen%2C%20a%20signed%20OAuth%20request!";
    const header = Account.oauth1Header(credential, {
      ...signing,
      url: `https://api.twitter.com/1.1/statuses/update.json?${query}`,
    });
    expect(header).toContain('oauth_signature="hCtSmYh%2BiHYCEqBWrE7C7hYmtUk%3D"');
    expect(header).toContain('oauth_consumer_key="xvz1evFS4wEEPTGEFPHBog"');
  });

  test("the query is part of what is signed, in whatever order it was written", () => {
    const signatureOf = (query: string) =>
      /oauth_signature="([^"]+)"/.exec(
        Account.oauth1Header(credential, { ...signing, url: `https://api.x.com/2/a?${query}` }),
      )?.[1];
    expect(signatureOf("b=2&a=1")).toBe(signatureOf("a=1&b=2"));
    expect(signatureOf("a=1&b=3")).not.toBe(signatureOf("a=1&b=2"));
    expect(signatureOf("a=(1)!*'")).toBe(signatureOf("a=%281%29%21%2A%27"));
  });
});

describe("a platform is asked again for what it delivered while we were deaf", () => {
  const written = (minutes: number) => at(minutes).replace(/\D/g, "").slice(0, 12);
  const outage = { from: at(0), to: at(180) };

  test("two hours at a time, with a minute more on either side", () => {
    const first = Account.nextReplay(outage, at(200));
    expect(first).toEqual({ from: written(-1), to: written(119), left: { from: at(119), to: at(180) } });
    if (typeof first === "string" || first.left === undefined) throw new Error("nothing is left");
    expect(Account.nextReplay(first.left, at(215))).toEqual({ from: written(118), to: written(181), left: undefined });
  });

  test("not before half an hour has passed, nor what is older than a day", () => {
    expect(Account.nextReplay({ from: at(0), to: at(5) }, at(20))).toBe("too-early");
    expect(Account.nextReplay(outage, at(40 * 60))).toBe("over");
    expect(Account.nextReplay(outage, at(25 * 60))).toMatchObject({ from: written(65), to: written(181) });
  });
});
