import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Channel from "#core/channel";
import { bytes, bytesOf, namesOf, senderOf } from "./fixture.ts";

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Path = readonly (string | number)[];

const fixtures = namesOf().map((name) => ({ name, body: JSON.parse(new TextDecoder().decode(bytesOf(name))) as Json }));

/** Any JSON, with the keys platforms use so that damage looks like the real thing, and those that hurt JavaScript. */
const anyJson = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>,
  fc.dictionary(
    fc.constantFrom(
      "id",
      "text",
      "message",
      "data",
      "from",
      "item",
      "type",
      "toString",
      "valueOf",
      "constructor",
      "length",
    ),
    fc.jsonValue({ maxDepth: 1 }) as fc.Arbitrary<Json>,
  ),
  fc.constantFrom<Json>(
    "constructor",
    "toString",
    "__proto__",
    1e308,
    -0,
    "",
    "\u0000",
    "9".repeat(5_000),
    [],
    {},
    "2026-99-99T99:99:99Z",
  ),
);

describe("any node of any delivery replaced by anything", () => {
  test.each(["x", "meta"] as const)("never throws and never makes an event of the wrong shape (%s)", (sender) => {
    const ours = fixtures.filter(({ name }) => senderOf(name) === sender);
    fc.assert(
      fc.property(fc.constantFrom(...ours), fc.nat(), anyJson, ({ body }, position, value) => {
        const paths = pathsOf(body);
        const damaged = replaced(body, paths[position % paths.length] ?? [], value);
        const { events, ignored } = Channel.normalise(sender, bytes(damaged));
        for (const event of events) expectShape(event);
        for (const count of Object.values(ignored)) expect(count).toBeTypeOf("number");
      }),
      { numRuns: 3_000 },
    );
  });
});

describe("one item of a batch damaged", () => {
  const batches: { name: string; items: Path }[] = [
    { name: "x/older-api-batch", items: ["tweet_create_events"] },
    { name: "x/older-api-messages", items: ["direct_message_events"] },
    { name: "facebook/unknown-among-known", items: ["entry"] },
    { name: "facebook/unknown-among-known", items: ["entry", 0, "changes"] },
    { name: "messenger/bad-items-in-a-batch", items: ["entry", 0, "messaging"] },
    { name: "meta/two-assets-in-one-post", items: ["entry"] },
    { name: "instagram/mentions", items: ["entry", 0, "changes"] },
    { name: "whatsapp/buttons-lists-and-forms", items: ["entry", 0, "changes", 0, "value", "messages"] },
    { name: "whatsapp/statuses-out-of-order", items: ["entry", 0, "changes", 0, "value", "statuses"] },
    { name: "whatsapp/operations-and-unknown-fields", items: ["entry", 0, "changes"] },
  ];

  test.each(batches)("$name $items: every other item is read as before", ({ name, items }) => {
    const body = fixtures.find((fixture) => fixture.name === name)?.body ?? null;
    const list = at(body, items) as Json[];
    const sender = senderOf(name);
    fc.assert(
      fc.property(fc.nat(list.length - 1), fc.nat(), anyJson, (index, position, value) => {
        const item = list[index] ?? null;
        const paths = pathsOf(item);
        const damaged = replaced(item, paths[position % paths.length] ?? [], value);
        const others = replaced(body, items, list.toSpliced(index, 1));
        const whole = replaced(body, items, list.with(index, damaged));
        const read = Channel.normalise(sender, bytes(whole)).events;
        for (const event of Channel.normalise(sender, bytes(others)).events) expect(read).toContainEqual(event);
      }),
      { numRuns: 300 },
    );
  });
});

describe("bodies that are no JSON", () => {
  const raw = "My card is 4970101234567890";
  test.each([`{"text": "${raw}`, raw, "", "\ufeff", `{"a": ${raw}}`, "[".repeat(50_000)])(
    "say so by a code only: %#",
    (body) => {
      const fault = caught(() => Channel.normalise("meta", new TextEncoder().encode(body)));
      expect(fault.message).toBe("webhook.body-invalid");
      expect([fault.message, fault.stack, String(fault.cause), JSON.stringify(fault)].join()).not.toMatch(/4970|card/);
    },
  );

  test("bytes that are no UTF-8 cost the characters they spoil, not the delivery", () => {
    const body = bytesOf("messenger/text").map((byte) => (byte === "B".charCodeAt(0) ? 0xff : byte));
    const [event] = Channel.normalise("meta", body).events;
    expect(event?.externalId).toBe("m_lea-1");
    expect(event?.text).toMatch(/^\ufffdonjour/);
  });
});

const caught = (run: () => unknown): Error => {
  try {
    run();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("nothing was thrown");
};

const expectShape = (event: Channel.RawEvent): void => {
  const { attachments, around = [], author = {}, contactAliases = [], rules = [], handledElsewhere, ...texts } = event;
  for (const text of [...Object.values(texts), ...Object.values(author), ...contactAliases, ...rules])
    expect(text).toBeTypeOf("string");
  for (const { kind, text } of around) expect([typeof kind, typeof text]).toEqual(["string", "string"]);
  for (const { type, sizeBytes = 0, ...rest } of attachments) {
    expect([type, ...Object.values(rest)].every((text) => typeof text === "string")).toBe(true);
    expect(sizeBytes).toBeTypeOf("number");
  }
  if (event.kind !== undefined) expect(event.kind).toMatch(/^[a-z][a-z_.-]{0,99}$/i);
  expect(handledElsewhere ?? true).toBe(true);
};

const pathsOf = (value: Json): Path[] => {
  if (typeof value !== "object" || value === null) return [[]];
  return [[], ...Object.entries(value).flatMap(([key, child]) => pathsOf(child).map((path) => [key, ...path]))];
};

const at = (value: Json, path: Path): Json =>
  path.reduce<Json>((node, key) => (node as { [key: string]: Json })[key] ?? null, value);

const replaced = (value: Json, [key, ...rest]: Path, replacement: Json): Json => {
  if (key === undefined) return replacement;
  const child = replaced(at(value, [key]), rest, replacement);
  return Array.isArray(value)
    ? value.with(Number(key), child)
    : { ...(value as { [key: string]: Json }), [key]: child };
};
