import { afterAll, beforeAll, expect, test } from "vitest";
import * as Instant from "#core/instant";
import { listApprovals } from "../../../functions/api/approval-list.ts";
import { startTestSystem, type TestSystem } from "../../support/system.ts";

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

test("a second approver is asked from the instant on that the list names, ten minutes after the reply was written", async () => {
  await system.simulator.customer({ platform: "x", handle: "seconde", name: "Odile Seconde" }).post("Bonjour, un prêt");
  const { id } = await system.conversation((card) => card.contact.handle?.includes("seconde") ?? false);
  const { body } = await system.ask("agent", "POST", `/api/conversations/${id}/replies`, {
    text: "Bonjour, je vous garantis une réponse.",
    confirmed: ["promise"],
  });
  expect(body["delivery"]).toBe("awaiting-approval");
  const itemAt = async (now: string) => {
    const runtime = { ...system.runtime, now: () => now };
    const { items, overdue } = await listApprovals(runtime, {
      agentId: "ines",
      entityId: "lumiere",
      name: "Inès",
      role: "supervisor",
      can: ["approve"],
      teamIds: [],
      expiresAt: Instant.after(now, 60),
    });
    return { ...items.find(({ messageId }) => messageId === body["id"]), all: overdue };
  };
  const first = await itemAt(system.runtime.now());
  expect(first).toMatchObject({ overdue: false, all: 0 });
  expect(first.approverIds).toHaveLength(1);
  const { askedAt = "", secondAskedAt = "" } = first;
  expect(secondAskedAt).toBe(Instant.after(askedAt, 600));
  expect(await itemAt(Instant.after(secondAskedAt, -1))).toMatchObject({
    overdue: false,
    approverIds: first.approverIds,
  });
  const second = await itemAt(secondAskedAt);
  expect(second).toMatchObject({ overdue: true, all: 1 });
  expect(second.approverIds).toHaveLength(2);
});
