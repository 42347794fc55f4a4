import { createRoot } from "solid-js";
import { expect, test } from "vitest";
import { type Row, rowsFor } from "../../web/inbox/pages/list/rows.ts";

const idsOf = (rows: readonly Row[]) => rows.map(({ id }) => id());
/** Nothing has the focus, and what is left over goes. */
const standing = { hasFocus: () => false, isSpare: () => false };
const inRoot = (act: () => void) =>
  createRoot((dispose) => {
    act();
    dispose();
  });

test("a card that stays keeps its row, and one that comes takes a row that has become free", () => {
  inRoot(() => {
    const before = rowsFor(["a", "b", "c"], [], standing);
    const [a, b, c] = before;
    const after = rowsFor(["b", "c", "d"], before, standing);
    expect(idsOf(after)).toEqual(["b", "c", "d"]);
    expect(after).toEqual([b, c, a]);
  });
});

test("a list that was scrolled far draws what is in sight, and the rows that are left over wait for what comes beside it", () => {
  inRoot(() => {
    const before = rowsFor(["a", "b", "c", "gone"], [], standing);
    const near = rowsFor(["x"], before, { ...standing, isSpare: (row) => row.id() !== "gone" });
    expect(idsOf(near)).toEqual(["x", "b", "c"]);
    const whole = rowsFor(["w", "x", "y"], near, standing);
    expect(idsOf(whole)).toEqual(["w", "x", "y"]);
    expect(new Set(whole)).toEqual(new Set(near));
  });
});

test("a row with the focus in it is not handed on", () => {
  inRoot(() => {
    const before = rowsFor(["a", "b"], [], standing);
    const after = rowsFor(["c", "d"], before, { ...standing, hasFocus: (row) => row === before[0] });
    expect(after).not.toContain(before[0]);
    expect(after).toContain(before[1]);
  });
});
