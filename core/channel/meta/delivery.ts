import { event, type RawEvent } from "../event.ts";
import { readFeedChange } from "../facebook/change.ts";
import { readInstagramChange } from "../instagram/change.ts";
import { idOf, isNode, itemsOf, type Node, nodeOf, tableOf, textOf, wordOf } from "../json.ts";
import { readWhatsappChange } from "../whatsapp/change.ts";
import type { Entry } from "./entry.ts";
import { readMessaging, type Thread } from "./messaging.ts";

/**
 * What Meta delivers: `{object, entry: [{id, time, messaging[] | standby[] | changes[]}]}`, up to 1,000 updates, of several assets; its
 * pages also show it in a list. Undefined when it is of no object we know. Source: developers.facebook.com/docs/graph-api/webhooks.
 */
export const readDelivery = (body: unknown): RawEvent[] | undefined => {
  if (!Array.isArray(body)) return readEnvelope(nodeOf(body));
  const read = body.map((delivery) => readEnvelope(nodeOf(delivery)));
  return read.every((events) => events === undefined) ? undefined : read.flatMap((events) => events ?? []);
};

const readEnvelope = (delivery: Node): RawEvent[] | undefined => {
  const platform = PLATFORMS.get(textOf(delivery["object"]) ?? "");
  if (platform === undefined || !Array.isArray(delivery["entry"])) return undefined;
  return itemsOf(delivery["entry"]).flatMap((entry) => readEntry(nodeOf(entry), platform));
};

type Platform = "page" | "instagram" | "whatsapp";

const PLATFORMS = tableOf<Platform>({
  page: "page",
  instagram: "instagram",
  whatsapp_business_account: "whatsapp",
});

const readEntry = (entry: Node, platform: Platform): RawEvent[] => {
  const accountId = idOf(entry["id"]) ?? "";
  const thread = {
    channel: platform === "instagram" ? "instagram.dm" : "messenger",
    accountId,
    entryTime: entry["time"],
  } as const;
  const found = [
    ...itemsOf(entry["messaging"]).map((item) => readMessaging(nodeOf(item), { ...thread, isStandby: false })),
    ...itemsOf(entry["standby"]).map((item) => readMessaging(nodeOf(item), { ...thread, isStandby: true })),
    ...changesOf(entry).flatMap((change) =>
      readChange(nodeOf(change), { platform, entry: { accountId, time: entry["time"] }, thread }),
    ),
  ];
  const [other] = Object.keys(entry).filter((key) => !ENVELOPE.has(key));
  return found.length === 0 && other !== undefined
    ? [ignored(wordOf(other), platform, { accountId, time: entry["time"] })]
    : found;
};

/** What every entry has; a list among it may be empty. */
const ENVELOPE = new Set(["id", "time", "uid", "messaging", "standby", "changes"]);

/** Instagram's business login sends an entry that is itself the change. */
const changesOf = (entry: Node): readonly unknown[] => {
  if (Array.isArray(entry["changes"])) return entry["changes"];
  return "field" in entry ? [entry] : [];
};

type ChangeSetting = { platform: Platform; entry: Entry; thread: Omit<Thread, "isStandby"> };

/**
 * The pages disagree whether a value is one object or a list of them, and of which object Instagram's changes are when a Page is connected:
 * the field tells whose they are.
 */
const readChange = (change: Node, setting: ChangeSetting): RawEvent[] =>
  Array.isArray(change["value"]) && change["value"].length > 0
    ? change["value"].flatMap((value: unknown) => readValue({ ...change, value }, setting))
    : readValue(change, setting);

const readValue = (change: Node, { platform, entry, thread }: ChangeSetting): RawEvent[] => {
  const value = nodeOf(change["value"]);
  const field = wordOf(change["field"]);
  if (platform === "whatsapp" || value["messaging_product"] === "whatsapp")
    return readWhatsappChange(field, value, entry);
  if (isMessaging(value)) return [readMessaging(value, { ...thread, isStandby: field === "standby" })];
  if (!isNode(change["value"])) return [ignored(field, platform, entry)];
  const read = readInstagramChange(field, value, entry) ?? readFeedChange(field, value, entry);
  return [read ?? ignored(field, platform, entry)];
};

/** The dashboard's test button sends a message as a change. */
const isMessaging = (value: Node): boolean => isNode(value["sender"]) && isNode(value["recipient"]);

const IGNORED_AS = {
  page: { channel: "facebook.comment", visibility: "public" },
  instagram: { channel: "instagram.comment", visibility: "public" },
  whatsapp: { channel: "whatsapp", visibility: "private" },
} as const;

const ignored = (field: string, platform: Platform, entry: Entry): RawEvent =>
  event({
    op: "ignore",
    ...IGNORED_AS[platform],
    direction: "inbound",
    accountId: entry.accountId,
    kind: field,
  });
