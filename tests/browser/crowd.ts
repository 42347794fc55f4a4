import type { TestSystem } from "../support/system.ts";

/** Customers who wait: one for too long, one nearly, with a card and an account that were taken out; and a tag. */
export const gatherCrowd = async (system: TestSystem): Promise<void> => {
  const hours = (count: number) => new Date(Date.now() - count * 3_600_000).toISOString();
  const customer = (name: string) => system.simulator.customer({ platform: "x", handle: name.toLowerCase(), name });
  await customer("Octave").post("My card 4111 1111 1111 1111 is lost", { at: hours(3) });
  await customer("Perrine").dm("My IBAN is FR76 3000 6000 0112 3456 7890 189", { at: hours(1.8) });
  await customer("Quentin").post("Are you open on Saturday?");
  const regine = customer("Regine");
  await regine.dm("Why is there a fee of 4 euros?");
  await regine.dm("And when do I get my new card?");
  await system.ask("supervisor", "POST", "/api/tags", { name: "Fees" });
};
