import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type System, startSystem } from "#stacks/local";
import { testCard } from "../../../support/canary.ts";

let dataDir: string;
let system: System;
const start = async () => {
  system = await startSystem({ port: 0, demo: false, page: false, dataDir });
};
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "guichet-keeping-"));
  await start();
});
afterEach(async () => {
  await system.stop();
  rmSync(dataDir, { recursive: true });
});
const restart = async () => {
  await system.stop();
  await start();
};
const zoe = { platform: "facebook", name: "Zoé Petit" } as const;
const card = testCard("4970", 41_000_021);
const look = (query = "") => fetch(`${system.url}/simulator?lang=fr${query}`).then((page) => page.text());

test("who wrote, what was said and what the bank answered is still on the simulator's page after a restart", async () => {
  const customer = system.simulator.customer(zoe);
  const { id } = await customer.message(`Ma carte ${card} est bloquée`);
  await customer.edit((await customer.comment("Quel accueil")).id, "Quel bel accueil");
  await restart();
  const [thread, ...others] = system.simulator.threads();
  expect(others).toEqual([]);
  expect(thread).toMatchObject({ ...zoe, privateId: customer.thread.privateId });
  expect(thread?.entries).toMatchObject([{ id }, { text: "Quel bel accueil", edits: 1 }]);
  const page = await look(`&with=facebook:${customer.thread.publicId}`);
  expect(page).toContain("Quel bel accueil");
  expect(page).toContain("est bloquée");
  await system.simulator.customer(zoe).message("Toujours là ?");
  expect(system.simulator.threads()).toHaveLength(1);
});

test("what customers wrote lies open in no file", async () => {
  await system.simulator.customer(zoe).message(`Ma carte ${card} est bloquée`);
  await restart();
  const kept = system.simulator.threads().flatMap(({ entries }) => entries.map(({ text }) => text));
  expect(kept).toEqual([`Ma carte ${card} est bloquée`]);
  const files = readdirSync(dataDir).filter((name) => name.startsWith("simulator"));
  expect(files).toContain("simulator.db");
  for (const name of files)
    expect(readFileSync(join(dataDir, name), "latin1")).not.toMatch(new RegExp(`${card.slice(0, 8)}|bloqu|Petit`));
  expect(statSync(join(dataDir, "simulator-key")).mode & 0o077).toBe(0);
});
