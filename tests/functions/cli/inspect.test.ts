import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const root = new URL("../../../", import.meta.url).pathname;
const fixture = (name: string): Buffer => readFileSync(`${root}tests/fixtures/payloads/${name}.json`);

const inspect = (platform: string, input: Buffer | string) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["functions/cli/inspect.ts", platform], {
    cwd: root,
    input,
    encoding: "utf8",
  });
  const lines = stdout.split("\n").filter((line) => line !== "");
  return { status, stdout, stderr, lines: lines.map((line) => JSON.parse(line) as { [field: string]: unknown }) };
};

test("a delivery becomes one line an update, with the fields integrators rely on", () => {
  const { status, lines } = inspect("meta", fixture("facebook/comment"));
  expect(status).toBe(0);
  expect(lines).toEqual([
    {
      op: "message",
      channel: "facebook.comment",
      visibility: "public",
      direction: "inbound",
      account_id: "900100200301",
      author_id: "7700000000000001",
      contact_id: "7700000000000001",
      external_id: "555000111_42",
      parent_id: "900100200301_555000111",
      text: "Mon IBAN a changé, que faire ?",
      ts: "2026-10-05T08:15:30.000Z",
      attachments: [],
    },
  ]);
});

test("every text is redacted before it is printed, also what stands around the message", () => {
  const delivery = {
    for_user_id: "900100200300",
    tweet_create_events: [
      {
        id_str: "2100000000000000061",
        text: "Ma carte 4111 1111 1111 1111 est perdue",
        user: { id_str: "1780000000000000123", screen_name: "lea_moreau" },
        quoted_status: { id_str: "1", text: "Écrivez à lea.moreau@example.org" },
      },
    ],
  };
  const { lines, stdout } = inspect("x", JSON.stringify(delivery));
  expect(lines[0]?.["text"]).toMatch(/^Ma carte .+ est perdue$/);
  expect(lines[0]?.["around"]).toHaveLength(1);
  expect(stdout).not.toMatch(/4111 1111|41111111|lea\.moreau@/);
});

test("every update of a batch has its line, those ignored too", () => {
  const { lines } = inspect("meta", fixture("facebook/unknown-among-known"));
  expect(lines.map(({ op, kind }) => (op === "ignore" ? kind : op))).toEqual([
    "message",
    "constellation.add",
    "video.mute",
    "parking",
    "picture",
    "message",
  ]);
  expect(inspect("meta", fixture("meta/object-of-another-product")).lines).toEqual([
    { op: "ignore", kind: "delivery.permissions" },
  ]);
});

test("what is no JSON is answered by a code, without a word of it", () => {
  const { status, stdout, stderr } = inspect("meta", '{"text": "4111 1111 1111 1111');
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toEqual({ error: "webhook.body-invalid" });
  expect(stdout + stderr).not.toContain("4111");
});

test("without a platform it says how it is used", () => {
  const { status, stdout, stderr } = inspect("", "{}");
  expect(status).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toMatch(/^Usage: .*<x\|meta>/m);
});
