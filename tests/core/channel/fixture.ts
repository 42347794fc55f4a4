import { globSync, readFileSync } from "node:fs";
import * as Channel from "#core/channel";

const folder = new URL("../../fixtures/payloads/", import.meta.url).pathname;

/** The bank of every fixture. */
export const accounts = {
  x: "900100200300",
  page: "900100200301",
  instagram: "900100200302",
  whatsapp: "900100200303",
};

export const bytesOf = (name: string): Uint8Array => readFileSync(`${folder}${name}.json`);

export const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** Names of the fixtures of a folder, or of all: "x/repost". */
export const namesOf = (platform = "*"): string[] =>
  globSync(`${platform}/*.json`, { cwd: folder })
    .map((file) => file.replace(/\.json$/, ""))
    .sort();

export const senderOf = (name: string): Channel.Sender => (name.startsWith("x/") ? "x" : "meta");

/** What a recorded delivery says. */
export const read = (name: string): Channel.Normalised => Channel.normalise(senderOf(name), bytesOf(name));

export const eventsOf = (name: string): Channel.RawEvent[] => read(name).events;
