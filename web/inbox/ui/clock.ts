import { createSignal } from "solid-js";

const [now, setNow] = createSignal(Date.now());

setInterval(() => setNow(Date.now()), 1_000);

/** The time, told once a second to all who show it. */
export { now };
