import { expect, test } from "vitest";

test("scripts run on the pinned Node, whatever the system has", () => {
  expect(process.versions.node.split(".")[0]).toBe("24");
});
