import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestSystem, type TestSystem } from "../../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

type Signed = { token: string; expiresInSeconds: number; idToken?: string };
type Question = { url: string; attempt: string };

/** A browser of a few lines: keeps cookies by path, follows the issuer, stops at the page. */
const createBrowser = () => {
  const cookies = new Map<string, { value: string; path: string; line: string }>();
  const visit = async (address: string, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(address, system.url);
    const cookie = [...cookies]
      .filter(([, { path }]) => url.pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join("; ");
    const response = await fetch(url, { ...init, redirect: "manual", headers: { ...init.headers, cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      const path = /;\s*path=([^;]*)/i.exec(line)?.[1] ?? "/";
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, { value, path, line });
    }
    const location = response.headers.get("location");
    if (location === null || new URL(location, url).pathname === "/") return response;
    return visit(new URL(location, url).href);
  };
  const post = (path: string, body?: object, headers: Record<string, string> = {}) =>
    visit(`/api/session${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", "sec-fetch-site": "same-origin", ...headers },
      body: body === undefined ? null : JSON.stringify(body),
    });
  return { cookies, visit, post };
};
type Browser = ReturnType<typeof createBrowser>;

/** Through the issuer's page of people; what came back to the page, and the attempt it belongs to. */
const choose = async ({ post, visit }: Browser, person: string) => {
  const { url, attempt } = (await (await post("/question", {})).json()) as Question;
  const page = await visit(url);
  const action = /action="([^"]+)"/.exec(await page.text())?.[1] ?? "";
  const returned = await visit(action, { method: "POST", body: new URLSearchParams({ person }) });
  return { attempt, answer: new URL(returned.headers.get("location") ?? "", system.url).search.slice(1) };
};

const signIn = async (browser: Browser, person = "ines"): Promise<Signed> => {
  const answer = await browser.post("", await choose(browser, person));
  expect(answer.status).toBe(201);
  return (await answer.json()) as Signed;
};

const whoIs = async ({ token }: Signed): Promise<unknown> => {
  const answer = await fetch(`${system.url}/api/me`, { headers: { authorization: `Bearer ${token}` } });
  return ((await answer.json()) as { agent?: { id: string } }).agent?.id;
};

const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;
const kept = ({ cookies }: Browser) => cookies.get("__Host-session");

test("whoever signs in gets a token that opens the API, and a cookie that opens nothing else", async () => {
  const browser = createBrowser();
  const signed = await signIn(browser, "ines");
  expect(await whoIs(signed)).toBe("ines");
  expect(Object.keys(signed).toSorted()).toEqual(["expiresInSeconds", "idToken", "subject", "token"]);
  expect(kept(browser)?.line).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  const { value = "" } = kept(browser) ?? {};
  const { status } = await fetch(`${system.url}/api/me`, {
    headers: { cookie: `__Host-session=${value}`, authorization: `Bearer ${value}` },
  });
  expect(status).toBe(401);
});

test("a browser goes on without the issuer's page, and each renewal uses the one before up", async () => {
  const browser = createBrowser();
  await signIn(browser, "camille");
  const first = kept(browser)?.value;
  const renewed = await browser.post("/renewal");
  expect([renewed.status, await whoIs((await renewed.json()) as Signed)]).toEqual([200, "camille"]);
  expect(kept(browser)?.value).not.toBe(first);
  expect((await browser.post("/renewal")).status).toBe(200);
});

test("what was stolen before a renewal is worth nothing after it, and ends the session for the thief and the robbed", async () => {
  const browser = createBrowser();
  const thief = createBrowser();
  await signIn(browser, "yanis");
  const stolen = kept(browser);
  if (stolen) thief.cookies.set("__Host-session", stolen);
  await browser.post("/renewal");
  expect((await thief.post("/renewal")).status).toBe(204);
  expect((await browser.post("/renewal")).status).toBe(204);
  expect(kept(browser)).toBeUndefined();
});

test("without a secret that is shared, by a key that is published: signing in, going on and the end are the same", async () => {
  const secretly = system;
  system = await startTestSystem({ variables: { OIDC_CLIENT_PROOF: "key" } });
  try {
    const browser = createBrowser();
    expect(await whoIs(await signIn(browser, "ines"))).toBe("ines");
    const renewed = await browser.post("/renewal");
    expect([renewed.status, await whoIs((await renewed.json()) as Signed)]).toEqual([200, "ines"]);
    const stolen = kept(browser);
    expect((await browser.post("/end", {})).status).toBe(200);
    if (stolen) browser.cookies.set("__Host-session", stolen);
    expect((await browser.post("/renewal")).status).toBe(204);
  } finally {
    await system.stop();
    system = secretly;
  }
});

test("a browser nobody signed in with is told so, without an error", async () => {
  const browser = createBrowser();
  expect((await browser.post("/renewal")).status).toBe(204);
  browser.cookies.set("__Host-session", { value: "a.b.c.d.e", path: "/", line: "" });
  expect((await browser.post("/renewal")).status).toBe(204);
  expect(kept(browser)).toBeUndefined();
});

test("after the end the cookie is gone, and what was in it is worth nothing at the issuer either", async () => {
  const browser = createBrowser();
  const { idToken } = await signIn(browser, "paul");
  const before = kept(browser);
  const ended = (await (await browser.post("/end", { idToken })).json()) as { url: string };
  const url = new URL(ended.url);
  expect([url.pathname, url.searchParams.get("post_logout_redirect_uri")]).toEqual([
    "/oidc/session/end",
    `${system.url}/`,
  ]);
  expect(url.searchParams.get("id_token_hint")).toBe(idToken);
  expect(kept(browser)).toBeUndefined();
  if (before) browser.cookies.set("__Host-session", before);
  expect((await browser.post("/renewal")).status).toBe(204);
});

describe("an answer of the issuer is worth something", () => {
  test("once", async () => {
    const browser = createBrowser();
    const come = await choose(browser, "nadia");
    expect((await browser.post("", come)).status).toBe(201);
    expect(await codeOf(await browser.post("", come))).toBe("sign-in.failed");
  });

  test("with the attempt that asked for it alone", async () => {
    const browser = createBrowser();
    const mine = await choose(browser, "ines");
    const theirs = await choose(createBrowser(), "rose");
    for (const mixed of [
      { attempt: mine.attempt, answer: theirs.answer },
      { attempt: "eyJhbGciOiJkaXIifQ..a.b.c", answer: mine.answer },
      { attempt: mine.attempt, answer: "code=stolen&state=invented" },
      { attempt: mine.attempt, answer: "error=access_denied" },
      { attempt: mine.attempt, answer: "" },
    ]) {
      const answer = await browser.post("", mixed);
      expect([answer.status, await codeOf(answer)]).toEqual([401, "sign-in.failed"]);
    }
    expect(kept(browser)).toBeUndefined();
  });

  test("and what is kept of a session is no attempt, nor an attempt a session", async () => {
    const browser = createBrowser();
    await signIn(browser, "ines");
    const { attempt, answer } = await choose(browser, "ines");
    const { value = "" } = kept(browser) ?? {};
    expect(await codeOf(await browser.post("", { attempt: value, answer }))).toBe("sign-in.failed");
    browser.cookies.set("__Host-session", { value: attempt, path: "/", line: "" });
    expect((await browser.post("/renewal")).status).toBe(204);
  });
});

test.each(["cross-site", "same-site", "none"])("a page elsewhere (%s) cannot renew or end a session", async (site) => {
  const browser = createBrowser();
  await signIn(browser, "ines");
  const before = kept(browser)?.value;
  for (const path of ["/renewal", "/end", "/question", ""]) {
    const headers = { "sec-fetch-site": site, origin: "https://elsewhere.example", "content-type": "text/plain" };
    const answer = await browser.post(path, {}, headers);
    expect([path, answer.status, await codeOf(answer)]).toEqual([path, 403, "permission.denied"]);
  }
  expect(kept(browser)?.value).toBe(before);
});

test("the issuer is asked silently, or for another person, where the page wishes so", async () => {
  const { post } = createBrowser();
  const promptOf = async (body: object) =>
    new URL(((await (await post("/question", body)).json()) as Question).url).searchParams.get("prompt");
  expect([await promptOf({}), await promptOf({ prompt: "none" }), await promptOf({ prompt: "login" })]).toEqual([
    null,
    "none",
    "login",
  ]);
  expect(await codeOf(await post("/question", { prompt: "consent" }))).toBe("request.invalid");
});
