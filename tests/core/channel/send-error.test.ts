import { describe, expect, test } from "vitest";
import * as Channel from "#core/channel";

const graph = (code: number, error_subcode?: number) => ({ error: { message: "m", code, error_subcode } });

describe("Meta's codes", () => {
  test.each([
    ["messenger", graph(10, 2018278), "send.window-closed", "never"],
    ["instagram.dm", graph(10, 2534022), "send.window-closed", "never"],
    ["messenger", graph(100, 2018276), "send.human-agent-not-approved", "never"],
    ["messenger", graph(551, 1545041), "send.recipient-unreachable", "never"],
    ["messenger", graph(190, 460), "send.disconnected", "reconnect"],
    ["messenger", graph(10), "send.permission-missing", "reconnect"],
    ["messenger", graph(368), "send.blocked-by-policy", "never"],
    ["messenger", graph(613), "send.rate-limited", "later"],
    ["messenger", graph(1200), "send.unavailable", "later"],
    ["messenger", { error: { code: 99_999, is_transient: true } }, "send.unavailable", "later"],
    ["facebook.comment", graph(10_900), "send.already-answered", "never"],
    ["facebook.comment", graph(10_903), "send.reply-not-allowed", "never"],
    ["facebook.comment", graph(100, 33), "send.target-gone", "never"],
    ["whatsapp", graph(131_047), "send.window-closed", "never"],
    ["whatsapp", graph(131_026), "send.recipient-unreachable", "never"],
    ["whatsapp", graph(131_056), "send.rate-limited", "later"],
    ["whatsapp", graph(132_001), "send.template-refused", "never"],
    ["whatsapp", graph(190), "send.disconnected", "reconnect"],
    ["whatsapp", { errors: [{ code: "131026" }] }, "send.recipient-unreachable", "never"],
  ] as const)("%s %j is %s", (channel, body, code, retry) => {
    expect(Channel.sendError(channel, 400, body, {})).toMatchObject({ code, retry });
  });
});

describe("X's answers", () => {
  test.each([
    ["x.mention", 403, { title: "Forbidden", status: 403 }, "send.reply-not-allowed"],
    ["x.dm", 403, { title: "Forbidden", status: 403 }, "send.recipient-unreachable"],
    ["x.dm", 403, { errors: [{ code: 349, message: "m" }] }, "send.recipient-unreachable"],
    ["x.mention", 403, { errors: [{ code: 187, message: "m" }] }, "send.duplicate"],
    ["x.mention", 400, { errors: [{ code: 186, message: "m" }] }, "send.too-long"],
    ["x.mention", 403, { type: "https://api.x.com/2/problems/client-forbidden" }, "send.permission-missing"],
    ["x.mention", 404, { type: "https://api.x.com/2/problems/resource-not-found" }, "send.target-gone"],
    ["x.mention", 429, { title: "Too Many Requests" }, "send.rate-limited"],
    ["x.dm", 503, undefined, "send.unavailable"],
  ] as const)("%s %i %j is %s", (channel, status, body, code) => {
    expect(Channel.sendError(channel, status, body, {}).code).toBe(code);
  });

  test("a limit waits until X's own reset, by X's own clock", () => {
    const headers = { "x-rate-limit-reset": "1791190800", date: "Mon, 05 Oct 2026 08:50:00 GMT" };
    expect(Channel.sendError("x.dm", 429, {}, headers).afterSeconds).toBe(600);
    expect(Channel.sendError("x.dm", 429, {}, { ...headers, "x-rate-limit-reset": "1" }).afterSeconds).toBe(1);
    expect(Channel.sendError("x.dm", 429, {}, { "x-rate-limit-reset": "soon", "retry-after": "7" }).afterSeconds).toBe(
      7,
    );
  });
});

test("a limit of Meta's waits as long as its usage header says, in minutes there", () => {
  const usage = JSON.stringify({
    "900": [
      { type: "messenger", estimated_time_to_regain_access: 2 },
      { type: "pages", estimated_time_to_regain_access: 9 },
    ],
  });
  const wait = (header: string) =>
    Channel.sendError("messenger", 400, graph(80_006), { "x-business-use-case-usage": header }).afterSeconds;
  expect(wait(usage)).toBe(540);
  expect(wait("no json")).toBe(60);
});

test("what is not to be tried again names no time to wait", () => {
  expect(Channel.sendError("messenger", 400, graph(551), { "retry-after": "7" })).not.toHaveProperty("afterSeconds");
});

test("a code that was kept still tells its sentence, and no other word does", () => {
  const { code, tell } = Channel.sendError("messenger", 400, graph(551), {});
  expect(Channel.tellRefusal(code, "fr")).toBe(tell.fr);
  expect(Channel.tellRefusal("send.no-answer", "en")).toMatch(/check on the platform/);
  expect(Channel.tellRefusal("send.gave-up", "en")).toMatch(/no other will follow/);
  expect(Channel.tellRefusal("send.constructor", "fr")).toBeUndefined();
});

test("a platform that is down is tried again soon, whatever its headers say of our limits", () => {
  const headers = {
    date: "Mon, 23 Nov 2026 09:00:00 GMT",
    "x-rate-limit-reset": String(Date.UTC(2026, 10, 23, 9, 14) / 1000),
  };
  expect(Channel.sendError("x.dm", 503, {}, headers)).toMatchObject({ code: "send.unavailable", afterSeconds: 30 });
  expect(Channel.sendError("x.dm", 429, {}, headers)).toMatchObject({ code: "send.rate-limited", afterSeconds: 840 });
});
