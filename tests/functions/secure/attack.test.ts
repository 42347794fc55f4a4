import { randomBytes } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as Identity from "#core/identity";
import type { Runtime } from "#functions/runtime";
import * as Secure from "#functions/secure";
import { type Browser, openBrowser } from "../../support/browser.ts";
import { contexts, followLink, invite, offerAgain, secureOf, signIn } from "../../support/handoff.ts";
import { observatoryScore } from "../../support/observatory.ts";
import { eventually, startTestSystem, type TestSystem } from "../../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

const stepOf = async (id: string) => (await secureOf(system, id)).handoff?.step;
const home = () => `${system.url}/secure/lumiere`;
/** Where a browser without a refresh would be sent: the issuer's address with all its parameters. */
const leave = async (browser: Browser): Promise<URL> => {
  const { action, fields } = browser.form("/sign-in");
  const response = await fetch(new URL(action, browser.current().url), {
    method: "POST",
    redirect: "manual",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      origin: system.url,
      cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; "),
    },
    body: new URLSearchParams(fields),
  });
  const found = /<meta http-equiv="refresh" content="0;url=([^"]+)"/.exec(await response.text())?.[1] ?? "";
  return new URL(found.replaceAll("&amp;", "&"));
};
/** The address the issuer sends the browser back to, not yet followed. */
const comeBack = async (address: URL, customer: string, context: string = contexts.app): Promise<URL> => {
  const issuer = openBrowser();
  await issuer.get(address.href);
  const action = /action="([^"]*\/customers\/sign-in\/[^"]*)"/.exec(issuer.current().html)?.[1] ?? "";
  let next = new URL(action, issuer.current().url).href;
  let init: RequestInit = {
    method: "POST",
    body: new URLSearchParams({ customer, context }),
    headers: { "content-type": "application/x-www-form-urlencoded" },
  };
  for (let hops = 0; hops < 5; hops += 1) {
    const cookie = [...issuer.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(next, {
      ...init,
      redirect: "manual",
      headers: { ...(init.headers as Record<string, string>), cookie },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      issuer.cookies.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    next = new URL(response.headers.get("location") ?? "", next).href;
    if (new URL(next).pathname.endsWith("/signed-in")) return new URL(next);
    init = {};
  }
  throw new Error("the issuer sent the browser nowhere");
};

const itemsOf = async (): Promise<number> => {
  const { environment } = system.runtime;
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint: environment.AWS_ENDPOINT_URL_DYNAMODB ?? "",
      region: "eu-west-3",
      credentials: { accessKeyId: "local", secretAccessKey: "local" },
    }),
  );
  let count = 0;
  for await (const page of paginateScan({ client }, { TableName: environment.TABLE_NAME }))
    count += page.Items?.length ?? 0;
  client.destroy();
  return count;
};

test("whoever fetches a link, a preview or a scanner, changes nothing and uses nothing up", async () => {
  const { id, link } = await invite(system);
  const before = await itemsOf();
  for (const agent of ["Twitterbot/1.0", "facebookexternalhit/1.1", "WhatsApp/2.0", "Outlook SafeLinks"]) {
    const bot = openBrowser({ headers: { "user-agent": agent } });
    expect((await bot.get(link)).status).toBe(200);
    await fetch(link, { method: "HEAD" });
  }
  expect(await itemsOf()).toBe(before);
  expect(await stepOf(id)).toBe("delivered");
  const browser = openBrowser();
  await followLink(browser, link);
  expect(await stepOf(id)).toBe("opened");
});

test("a token that is guessed, cut or changed leads nowhere, and is told like one that never was", async () => {
  const { link } = await invite(system);
  const token = link.split("/l/")[1] ?? "";
  const guesses = [
    `${token.slice(0, -2)}AA`,
    token.toLowerCase(),
    token.slice(1),
    "A".repeat(43),
    `${token}%00`,
    "..%2f",
  ];
  for (const guess of guesses) {
    const seen = await openBrowser().get(`${home()}/l/${guess}`);
    expect(seen.status, guess).toBe(404);
    if (seen.text !== "") expect(seen.text).toContain("This invitation does not exist");
  }
});

test("an address of the bank's that leads nowhere is told on the bank's page, and one of no bank's in words", async () => {
  const seen = await openBrowser().get(`${home()}/conversations`);
  expect([seen.status, seen.text]).toEqual([404, expect.stringContaining("Enter a code")]);
  const nowhere = await openBrowser().get(`${system.url}/secure/autre/l/x`);
  expect([nowhere.status, nowhere.html]).toEqual([404, expect.stringContaining("There is no such page")]);
});

test("who opens a French invitation goes on in French, whatever the browser prefers, until they choose", async () => {
  const { link } = await invite(system);
  const browser = openBrowser({ language: null });
  expect((await browser.get(link)).html).toContain('<html lang="fr">');
  await browser.submit("/open");
  expect((await browser.get(`${home()}/way`)).html).toContain('<html lang="fr">');
  expect((await browser.get(`${home()}/way?lang=en`)).html).toContain('<html lang="en">');
  expect((await browser.get(`${home()}/way`)).html).toContain('<html lang="en">');
});

test("codes can be typed ten times from one place, then it waits; another place is not held up", async () => {
  const { code, id } = await invite(system);
  const guesser = openBrowser({ headers: { "x-forwarded-for": "198.51.100.7, 203.0.113.1" } });
  await guesser.get(home());
  for (let tries = 0; tries < 10; tries += 1) {
    await guesser.get(home());
    const answer = await guesser.submit("/code", { code: "BBBB-2222" });
    expect(answer.status).toBe(404);
    expect(answer.html).toMatch(/name="code"[^>]*value="BBBB-2222"/);
    expect(answer.text).toContain("This code does not exist");
  }
  await guesser.get(home());
  expect((await guesser.submit("/code", { code })).status).toBe(429);
  expect(await stepOf(id)).toBe("delivered");
  const other = openBrowser({ headers: { "x-forwarded-for": "198.51.100.8, 203.0.113.1" } });
  await other.get(home());
  expect((await other.submit("/code", { code: code.toLowerCase().replace("-", " ") })).text).toContain("Who are you?");
  expect(await stepOf(id)).toBe("opened");
});

test("a place of CloudFront's is not counted for its customers, one that only says so is", async () => {
  const { runtime } = system;
  const key = await runtime.secrets.read("IDENTITY_KEY");
  const busy = Identity.keyed(key, "secure-limit", "neighbour", "203.0.113.9");
  const store: Runtime["store"] = {
    ...runtime.store,
    countAttempt: (entityId, tried) =>
      tried.who === busy ? Promise.resolve(601) : runtime.store.countAttempt(entityId, tried),
  };
  const app = Secure.createApp({ ...runtime, store } as Runtime, { script: "", style: "" });
  const visitor = randomBytes(32).toString("base64url");
  const proof = Identity.keyed(key, "secure-forgery", visitor);
  const tried = async (headers: Record<string, string>) => {
    const asked = {
      cookie: `__Host-visitor=${visitor}`,
      "content-type": "application/x-www-form-urlencoded",
      "x-forwarded-for": "198.51.100.20, 203.0.113.9",
      ...headers,
    };
    const body = new URLSearchParams({ proof, code: "BBBB-2222" }).toString();
    return (await app.request("/secure/lumiere/code", { method: "POST", headers: asked, body })).status;
  };
  expect(await tried({})).toBe(429);
  expect(await tried({ "x-guichet-edge": "guessed" })).toBe(429);
  expect(await tried({ "x-guichet-edge": (await runtime.secrets.read("EDGE_KEY")).reveal() })).toBe(404);
});

test("what is unknown, gone and malformed costs the same steps and says the same", async () => {
  const { runtime } = system;
  const called: string[] = [];
  const store = new Proxy(runtime.store, {
    get: (target, name, receiver) => {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== "function") return value;
      return (...parameters: unknown[]) => {
        called.push(String(name));
        return Reflect.apply(value, target, parameters);
      };
    },
  });
  const app = Secure.createApp({ ...runtime, store } as Runtime, { script: "", style: "" });
  const { link } = await invite(system);
  const tokens = { known: link.split("/l/")[1] ?? "", unknown: "B".repeat(43), short: "x" };
  const seen: Record<string, { calls: string; html: string }> = {};
  for (const [name, token] of Object.entries(tokens)) {
    called.length = 0;
    const html = await (await app.request(`/secure/lumiere/l/${token}`)).text();
    seen[name] = { calls: called.join(), html: html.replace(/value="[^"]*"/g, "") };
  }
  expect(seen["unknown"]?.calls).toBe(seen["known"]?.calls);
  expect(seen["short"]?.calls).toBe(seen["known"]?.calls);
  expect(seen["short"]?.html).toBe(seen["unknown"]?.html);
});

test("opened here, another browser may go on; once one has signed in, no other can use the link", async () => {
  const { id, link } = await invite(system);
  const [inApp, own] = [openBrowser(), openBrowser()];
  await followLink(inApp, link);
  await followLink(own, link);
  expect((await signIn(own)).text).toContain("Your conversation");
  expect(await stepOf(id)).toBe("signed-in");
  await inApp.get(`${home()}/way`);
  expect(inApp.current().text).toContain("already used");
  expect((await openBrowser().get(link)).text).toContain("already used");
});

test("two who come back from sign-in at once: one is let in", async () => {
  const { link } = await invite(system);
  const browsers = [openBrowser(), openBrowser()];
  const backs: URL[] = [];
  for (const [index, browser] of browsers.entries()) {
    await followLink(browser, link);
    backs.push(await comeBack(await leave(browser), index === 0 ? "c-100231" : "c-100232"));
  }
  const seen = await Promise.all(browsers.map((browser, index) => browser.get(backs[index]?.href ?? "")));
  expect(seen.filter(({ text }) => text.includes("Your conversation"))).toHaveLength(1);
  expect(seen.filter(({ text }) => text.includes("already used"))).toHaveLength(1);
});

test("an answer from sign-in is worth nothing in another browser, nor twice, nor with another's code (PKCE)", async () => {
  const { id, link } = await invite(system);
  const [victim, thief] = [openBrowser(), openBrowser()];
  await followLink(victim, link);
  await followLink(thief, link);
  const victims = await comeBack(await leave(victim), "c-100231");
  const thiefs = await comeBack(await leave(thief), "c-100232");
  // The thief's browser with the victim's whole answer: another state than it began with.
  expect((await thief.get(victims.href)).text).toContain("could not be signed in");
  // The victim's browser with the thief's code in the victim's answer: another verifier than the code was given for.
  const injected = new URL(victims);
  injected.searchParams.set("code", thiefs.searchParams.get("code") ?? "");
  expect((await victim.get(injected.href)).text).toContain("could not be signed in");
  expect(await stepOf(id)).toBe("opened");
  await victim.get(`${home()}/way`);
  expect((await signIn(victim)).text).toContain("Your conversation");
  expect((await victim.get(victims.href)).text).toContain("could not be signed in");
});

test("an answer that says it is of another issuer, or of none, is not believed (RFC 9207)", async () => {
  const { id, link } = await invite(system);
  for (const iss of ["https://evil.example", `${system.url}/oidc`, undefined]) {
    const browser = openBrowser();
    await followLink(browser, link);
    const back = await comeBack(await leave(browser), "c-100231");
    if (iss === undefined) back.searchParams.delete("iss");
    else back.searchParams.set("iss", iss);
    expect((await browser.get(back.href)).text).toContain("could not be signed in");
  }
  expect(await stepOf(id)).toBe("opened");
});

test("sign-in that is weaker than the matter asks for is refused, and may be done again", async () => {
  const { id, link } = await invite(system, { purpose: "card" });
  const browser = openBrowser();
  await followLink(browser, link);
  expect((await signIn(browser, "c-100231", contexts.password)).text).toContain("A stronger sign-in is needed");
  expect(await stepOf(id)).toBe("opened");
  await browser.get(`${home()}/way`);
  expect((await signIn(browser)).text).toContain("Your conversation");
  const simple = await invite(system, { purpose: "documents" });
  const other = openBrowser();
  await followLink(other, simple.link);
  expect((await signIn(other, "c-100232", contexts.password)).text).toContain("Your conversation");
});

test("a form of another page, of another browser, or without its sign does nothing (CSRF)", async () => {
  const { id, link } = await invite(system);
  const [browser, other] = [openBrowser(), openBrowser()];
  await browser.get(link);
  await other.get(link);
  const { action, fields } = browser.form("/open");
  const attempts: [Record<string, string>, Record<string, string>][] = [
    [{ ...fields, proof: "" }, {}],
    [{ ...fields, proof: other.form("/open").fields["proof"] ?? "" }, {}],
    [fields, { origin: "https://evil.example" }],
    [fields, { origin: "null", "sec-fetch-site": "cross-site" }],
    [{ ...fields, proof: "" }, { origin: "null" }],
    [fields, { "sec-fetch-site": "cross-site" }],
    [fields, { "sec-fetch-site": "same-site" }],
  ];
  for (const [sent, headers] of attempts) {
    const seen = await browser.post(new URL(action, system.url).href, sent, headers);
    expect(seen.status).toBe(403);
  }
  expect(await stepOf(id)).toBe("delivered");
  const cookie = [...browser.cookies.keys()];
  expect(cookie.length).toBeGreaterThan(0);
  expect(cookie.every((name) => name.startsWith("__Host-"))).toBe(true);
});

test("cookies are sent to this host by TLS alone, hidden from scripts, and renewed by signing in", async () => {
  const { link } = await invite(system);
  const response = await fetch(link);
  const [line = ""] = response.headers.getSetCookie();
  expect(line).toMatch(/^__Host-visitor=[\w-]{43};/);
  for (const flag of ["Path=/", "HttpOnly", "Secure", "SameSite=Lax"]) expect(line).toContain(flag);
  expect(line).not.toContain("Domain");
  const browser = openBrowser();
  await followLink(browser, link);
  const before = browser.cookies.get("__Host-visitor");
  await signIn(browser);
  expect(browser.cookies.get("__Host-visitor")).not.toBe(before);
});

test("a link that was withdrawn, replaced, or has expired leads nowhere, whatever the clock has written", async () => {
  const invited = await invite(system);
  const { id, link } = invited;
  const newer = await offerAgain(system, invited);
  expect((await openBrowser().get(link)).text).toContain("does not exist");
  const handoffId = (await secureOf(system, id)).handoff?.id;
  await system.ask("agent", "POST", `/api/conversations/${id}/handoffs/${handoffId}/revoke`);
  const browser = openBrowser();
  await browser.get(home());
  expect((await browser.submit("/code", { code: newer.code })).text).toContain("withdrawn");

  const late = await invite(system);
  const token = late.link.split("/l/")[1];
  const read = async (hours: number) => {
    const now = () => new Date(Date.now() + hours * 3_600_000).toISOString();
    const app = Secure.createApp({ ...system.runtime, now }, { script: "", style: "" });
    return (await app.request(`/secure/lumiere/l/${token}`, { headers: { "accept-language": "en" } })).text();
  };
  expect(await read(71)).toContain("vous attend ici");
  expect(await read(72.1)).toContain("This invitation has expired");
  expect(await read(100)).toContain("does not exist");
});

test("nothing in an address sends the customer anywhere else (open redirect)", async () => {
  const { link } = await invite(system);
  for (const query of ["?next=https://evil.example", "?redirect_uri=//evil.example", "?lang=https://evil.example"]) {
    const seen = await openBrowser().get(`${link}${query}`);
    expect(seen.url.startsWith(system.url)).toBe(true);
    expect(seen.html.replace(/href="[^"]*\?lang=\w+"/, "")).not.toContain("evil.example");
  }
  for (const path of ["/secure//evil.example", "/secure/lumiere//evil.example/%2e%2e", "/secure/evil.example/l/x"]) {
    const response = await fetch(`${system.url}${path}`, { redirect: "manual" });
    expect(response.status).toBe(404);
    expect(response.headers.get("location")).toBeNull();
  }
});

test("every answer, a refusal too, may be framed, kept or sniffed by nobody", async () => {
  const { link } = await invite(system);
  const browser = openBrowser();
  const answers = [
    await browser.get(home()),
    await browser.get(link),
    await browser.submit("/open"),
    await browser.get(`${home()}/help`),
    await browser.get(`${home()}/conversation`),
    await browser.get(`${home()}/l/none`),
    await browser.get(`${system.url}/secure/nobody`),
    await browser.get(`${home()}/news`),
  ];
  for (const { headers, url } of answers) {
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy, url).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|data:|\*/);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("strict-transport-security")).toMatch(/max-age=\d{8}; includeSubDomains/);
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    // A+ is 100; what a page alone can reach, without the list that browsers ship, is 130, and 5 more with cookies.
    expect(observatoryScore(headers), url).toBeGreaterThanOrEqual(130);
  }
  const { headers: weak } = new Response(null, {
    headers: { "content-security-policy": "script-src 'unsafe-inline'" },
  });
  expect(observatoryScore(weak)).toBeLessThan(50);
  for (const { html } of answers)
    expect(html).not.toMatch(/<script(?![^>]*src="\/secure\/assets)|style="|onclick=|https:\/\//);
});

test("somebody else who signs in with the link is not taken for the customer, and reads nothing of them", async () => {
  const { customer, id, link } = await invite(system);
  const stranger = openBrowser();
  await followLink(stranger, link);
  await signIn(stranger, "c-100233");
  const shown = await stranger.submit("/proof");
  const code = /[2-9B-Z]{4}-[2-9B-Z]{4}/.exec(shown.text)?.[0] ?? "";
  expect(shown.text).not.toContain("virement");
  // The stranger sends the code from an account of their own.
  const other = system.simulator.customer({ platform: "x", handle: "etranger", name: "Étranger Imaginaire" });
  await other.dm(code);
  await system.conversation((card) => card.contact.name === "Étranger Imaginaire");
  expect((await secureOf(system, id)).verification.level).toBe("platform");
  // The customer gets a new offer and signs in: the stranger's code is worth nothing any more.
  const again = await offerAgain(system, { customer, id });
  const own = openBrowser();
  await followLink(own, again.link);
  await signIn(own, "c-100231");
  await customer.dm(`${code} merci`);
  await eventually(async () =>
    expect((await system.read(id)).messages.at(-1)?.text).toBe("[code à usage unique] merci"),
  );
  expect((await secureOf(system, id)).verification.level).toBe("platform");
  expect((await stranger.get(`${home()}/conversation`)).text).not.toContain("we know that it is you");
});

test("a wrong code from the right conversation costs a try, and five end it", async () => {
  const { customer, id, link } = await invite(system);
  const browser = openBrowser();
  await followLink(browser, link);
  await signIn(browser, "c-100232");
  const code = /[2-9B-Z]{4}-[2-9B-Z]{4}/.exec((await browser.submit("/proof")).text)?.[0] ?? "";
  for (let tries = 0; tries < 5; tries += 1) await customer.dm(`BBBB-222${tries + 2} essai ${tries}`);
  await eventually(async () => expect((await system.read(id)).messages.at(-1)?.text).toContain("essai 4"));
  await customer.dm(`${code} enfin`);
  await eventually(async () => expect((await system.read(id)).messages.at(-1)?.text).toContain("enfin"));
  expect((await secureOf(system, id)).verification.level).toBe("platform");
});

/** As the form has it, without the zeros that nobody writes. */
const born = (date: string) => {
  const [birthYear = "", birthMonth = "", birthDay = ""] = date.split("-").map((part) => String(Number(part)));
  return { birthDay, birthMonth, birthYear };
};

test("a day that does not exist is told, asks the bank nothing and is no try", async () => {
  const { id, link } = await invite(system);
  const browser = openBrowser();
  await followLink(browser, link);
  for (const date of ["1988-02-30", "1988-13-01", "12-04-1988", "1988-04-00", "hier"]) {
    await browser.get(`${home()}/help`);
    expect((await browser.submit("/verify", { name: "Manon Keller", ...born(date) })).text).toContain(
      "This day does not exist",
    );
  }
  expect((await secureOf(system, id)).handoff?.unmatched).toBe(0);
  await browser.get(`${home()}/help`);
  expect((await browser.submit("/verify", { name: "Manon Keller", ...born("1988-04-12") })).text).toContain(
    "we know you",
  );
});

test("by name: only whether it matched is kept, five tries an invitation, and a call back is agreed by its time", async () => {
  const { id, link } = await invite(system);
  const browser = openBrowser();
  await followLink(browser, link);
  await browser.get(`${home()}/help`);
  expect((await browser.submit("/verify", { name: "Manon Keller", ...born("1980-01-01") })).text).toContain(
    "do not match",
  );
  // What was typed stands there again, to be put right, and nothing of it anywhere else.
  expect(browser.current().html).toMatch(/name="name"[^>]*value="Manon Keller"/);
  expect(browser.current().html).toMatch(/name="birthYear"[^>]*value="1980"/);
  expect((await secureOf(system, id)).handoff?.unmatched).toBe(1);
  await browser.get(`${home()}/help`);
  expect((await browser.submit("/verify", { name: "keller manon", ...born("1988-04-12") })).text).toContain(
    "we know you",
  );
  expect((await secureOf(system, id)).verification.level).toBe("named");
  await browser.get(`${home()}/help`);
  const called = await browser.submit("/call-back", { name: "Manon Keller", phone: "06 12 34 56 78" });
  expect(called.text).toContain("we call you back");
  const secure = await secureOf(system, id);
  expect(secure.handoff).toMatchObject({ step: "refused", refusal: "called-back" });
  expect(secure.handoff?.slotAt).not.toBeNull();

  const other = await invite(system);
  const guesser = openBrowser();
  await followLink(guesser, other.link);
  for (let tries = 0; tries < 6; tries += 1) {
    await guesser.get(`${home()}/help`);
    await guesser.submit("/verify", { name: "Hugo Petit", ...born(`197${tries}-11-30`) });
  }
  expect(guesser.current().status).toBe(429);
  await guesser.get(`${home()}/way`);
  expect((await guesser.submit("/not-a-customer")).text).toContain("Thank you for telling us");
  expect((await secureOf(system, other.id)).handoff).toMatchObject({ step: "refused", refusal: "not-a-customer" });
});
