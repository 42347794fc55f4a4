import fc from "fast-check";
import { expect, test } from "vitest";
import type { Frame } from "../../web/inbox/data/api-types.ts";
import { type Heard, nothingHeard, parseFrame, reconnectWaitMs, step } from "../../web/inbox/data/live/model.ts";

const changed = (seq: number): Frame => ({ type: "changed", seq, items: [{ id: `c_${seq}`, version: 1 }] });
const heartbeat = (seq: number): Frame => ({ type: "heartbeat", seq });

const hear = (...frames: Frame[]) => {
  let heard: Heard = nothingHeard;
  return frames.map((frame) => {
    const next = step(heard, frame);
    heard = next.heard;
    return next;
  });
};

test("a frame that skips a number is a gap", () => {
  expect(hear(changed(4), changed(6)).map(({ gap }) => gap)).toEqual([false, true]);
});

test("frames in order name what to read and are no gap", () => {
  const steps = hear(heartbeat(4), changed(5), changed(6), heartbeat(6));
  expect(steps.map(({ gap }) => gap)).toEqual([false, false, false, false]);
  expect(steps.flatMap((one) => one.changed)).toEqual(["c_5", "c_6"]);
});

test("a lost last frame is noticed by the second heartbeat that knows of it", () => {
  expect(hear(changed(4), heartbeat(5), heartbeat(5)).map(({ gap }) => gap)).toEqual([false, false, true]);
});

test("a frame overtaken by its heartbeat is no gap", () => {
  expect(hear(changed(4), heartbeat(5), changed(5), heartbeat(5)).some(({ gap }) => gap)).toBe(false);
});

test("a frame that comes late is read and moves nothing back", () => {
  const last = hear(changed(4), changed(6), changed(5)).at(-1);
  expect(last).toMatchObject({ gap: false, changed: ["c_5"], heard: { last: 6 } });
});

test("whatever is lost on the way, either every change was named or a gap was seen", () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 30 }), (arrivals) => {
      const sent = arrivals.map((arrives, index) => ({ arrives, frame: changed(index + 1) }));
      const end = sent.length;
      const heard = sent.filter(({ arrives }) => arrives).map(({ frame }) => frame);
      const steps = hear(heartbeat(0), ...heard, heartbeat(end), heartbeat(end));
      const named = new Set(steps.flatMap((one) => one.changed));
      expect(named.size === end || steps.some(({ gap }) => gap)).toBe(true);
    }),
  );
});

test.each(["", "{", "null", "[]", '{"type":"changed","seq":1}', '{"type":"other","seq":1}', '{"type":"heartbeat"}'])(
  "%s is not a frame",
  (data) => {
    expect(parseFrame(data)).toBeUndefined();
  },
);

test("waits between attempts grow, stay under ten seconds and are never all the same", () => {
  fc.assert(
    fc.property(fc.nat(40), fc.double({ min: 0, max: 0.999, noNaN: true }), (attempt, random) => {
      const wait = reconnectWaitMs(attempt, random);
      expect(wait).toBeGreaterThanOrEqual(125);
      expect(wait).toBeLessThanOrEqual(10_000);
    }),
  );
  expect(reconnectWaitMs(3, 0)).toBeLessThan(reconnectWaitMs(3, 0.9));
  expect(reconnectWaitMs(6, 0)).toBeGreaterThan(reconnectWaitMs(0, 0.9));
});

test("a frame tells what is to be looked up, and only that", () => {
  const frame = { type: "changed", seq: 5, items: [], approvals: true, mentions: true } as const;
  const steps = hear(changed(4), { ...frame, items: [] }, { ...changed(6), approvals: true } as Frame, heartbeat(6));
  expect(steps.map(({ asked }) => asked)).toEqual([[], ["approvals", "mentions"], ["approvals"], []]);
});
