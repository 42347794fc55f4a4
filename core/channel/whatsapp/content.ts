import { compact, type Instant, type RawAttachment, type RawEvent, type Surrounding } from "../event.ts";
import { idOf, type Node, nodeOf, nodesOf, numberOf, tableOf, textOf } from "../json.ts";

type Content = Pick<RawEvent, "text" | "around" | "attachments" | "unreadable" | "kind">;

const MEDIA = new Set(["image", "video", "audio", "voice", "document", "sticker"]);

/** What a message of a type says. A type nobody told us of is a message all the same: a placeholder, never dropped. */
export const contentOf = (type: string, message: Node, sentAt: Instant | undefined): Content => {
  const part = nodeOf(message[type]);
  const around = [
    ...referred(nodeOf(message["referral"])),
    ...product(nodeOf(nodeOf(message["context"])["referred_product"])),
  ];
  if (MEDIA.has(type)) return { ...said(textOf(part["caption"])), around, attachments: [mediaOf(type, part, sentAt)] };
  const read = READERS.get(type);
  if (read === undefined) return { around, attachments: [], unreadable: "unsupported", kind: type };
  const content = read(type === "contacts" ? message : part);
  return { ...content, around: [...around, ...(content.around ?? [])] };
};

/** The type of a message that does not name it: the part it has. */
export const typeByPart = (message: Node): string | undefined =>
  [...MEDIA, ...READERS.keys()].find((type) => message[type] !== undefined);

const said = (text: string | undefined): { text?: string } => (text ? { text } : {});

const READERS = tableOf<(part: Node) => Content>({
  text: (part) => ({ ...said(textOf(part["body"])), attachments: [] }),
  button: (part) => ({ ...said(textOf(part["text"])), around: words("payload", part["payload"]), attachments: [] }),
  interactive: (part) => readInteractive(part),
  location: (part) => ({
    ...said([textOf(part["name"]), textOf(part["address"])].filter(Boolean).join(", ")),
    around: [...words("location", coordinates(part)), ...words("link", part["url"])],
    attachments: [{ type: "location" }],
  }),
  contacts: (message) => {
    const cards = nodesOf(message["contacts"]);
    return {
      ...said(cards.flatMap((card) => nameOf(card) ?? []).join(", ")),
      around: cards.flatMap((card) => words("contact-card", cardWords(card))),
      attachments: [{ type: "contacts" }],
    };
  },
  order: (part) => ({
    ...said(textOf(part["text"])),
    around: nodesOf(part["product_items"]).flatMap((item) => words("order", orderLine(item))),
    attachments: [{ type: "order" }],
  }),
});

/** A pressed button, a chosen row, a filled-in form: the title is what the customer said. */
const readInteractive = (part: Node): Content => {
  const reply = nodeOf(
    part["button_reply"] ?? part["list_reply"] ?? part["nfm_reply"] ?? part[textOf(part["type"]) ?? ""],
  );
  return {
    ...said(textOf(reply["title"], reply["body"], reply["name"])),
    around: [
      ...words("payload", reply["id"]),
      ...words("payload", reply["response_json"]),
      ...words("button", reply["description"]),
    ],
    attachments: [],
  };
};

/** Media ids are asked for with the account's token; a URL in the message itself lives for five minutes. */
const MEDIA_URL_MINUTES = 5;

const mediaOf = (type: string, part: Node, sentAt: Instant | undefined): RawAttachment => {
  const id = idOf(part["id"]);
  const url = textOf(part["url"], part["link"]);
  const dies =
    id === undefined && url && sentAt
      ? new Date(Date.parse(sentAt) + MEDIA_URL_MINUTES * 60_000).toISOString()
      : undefined;
  return compact<RawAttachment>({
    type,
    reference: id ?? url,
    token: id || url ? "account" : undefined,
    expiresAt: dies,
    mime: textOf(part["mime_type"]),
    sizeBytes: numberOf(part["file_size"]),
    altText: undefined,
    fileName: textOf(part["filename"]),
  });
};

const nameOf = (card: Node): string | undefined => {
  const name = nodeOf(card["name"]);
  return textOf(
    name["formatted_name"],
    [textOf(name["first_name"]), textOf(name["last_name"])].filter(Boolean).join(" "),
  );
};

const cardWords = (card: Node): string =>
  [
    nameOf(card),
    ...nodesOf(card["phones"]).map((phone) => textOf(phone["phone"])),
    ...nodesOf(card["emails"]).map((email) => textOf(email["email"])),
    ...nodesOf(card["addresses"]).map((address) => textOf(address["street"])),
    ...nodesOf(card["urls"]).map((link) => textOf(link["url"])),
    textOf(nodeOf(card["org"])["company"]),
    textOf(card["vcard"]),
  ]
    .filter(Boolean)
    .join("\n");

const orderLine = (item: Node): string =>
  [
    numberOf(item["quantity"]),
    idOf(item["product_retailer_id"]),
    numberOf(item["item_price"]),
    textOf(item["currency"]),
  ]
    .filter((part) => part !== undefined)
    .join(" ");

const coordinates = (part: Node): string =>
  [numberOf(part["latitude"]), numberOf(part["longitude"])].filter((at) => at !== undefined).join(", ");

const referred = (referral: Node): Surrounding[] => [
  ...words("referral", referral["headline"]),
  ...words("referral", referral["body"]),
];

const product = (referred_product: Node): Surrounding[] =>
  words("order", idOf(referred_product["product_retailer_id"]));

const words = (kind: Surrounding["kind"], value: unknown): Surrounding[] => {
  const text = textOf(value);
  return text ? [{ kind, text }] : [];
};
